import type { CodegenConfig } from '@graphql-codegen/cli';

/** A typed client without a client library, of the documents in the programs of an example. */
function client(schema: string, example: string, config = {}): CodegenConfig['generates'] {
  return {
    [`${example}/generated/`]: {
      schema,
      documents: [`${example}/*.ts`],
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        // What is selected is there, if only as null.
        avoidOptionals: { field: true, inputValue: false, object: false },
        scalars: { DateTime: 'string', LocalDateTime: 'string', JSON: 'unknown', SafeInt: 'number' },
        ...config,
      },
    },
  };
}

/** Generates the clients of `examples/codegen`, `examples/astro` and, from the schema of a site with types of its own, of `examples/own-types`. */
const config: CodegenConfig = {
  importExtension: '.ts',
  generates: {
    ...client('schema.graphql', 'examples/codegen'),
    ...client('examples/own-types/schema.graphql', 'examples/own-types'),
    ...client('schema.graphql', 'examples/astro/src/graph', { onlyOperationTypes: true }),
  },
};

export default config;

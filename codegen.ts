import type { CodegenConfig } from '@graphql-codegen/cli';

/** Generates the typed client of `examples/codegen` from the schema and the documents in its program. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['examples/codegen/*.ts'],
  importExtension: '.ts',
  generates: {
    'examples/codegen/generated/': {
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
      },
    },
  },
};

export default config;

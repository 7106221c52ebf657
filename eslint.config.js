// Lints schema.graphql: the plugin's recommended rules, and Relay's. Everything else is Biome's.
import graphqlPlugin from '@graphql-eslint/eslint-plugin';

const { rules: recommended } = graphqlPlugin.configs['flat/schema-recommended'];
const { rules: relay } = graphqlPlugin.configs['flat/schema-relay'];

const [severity, naming] = recommended['@graphql-eslint/naming-convention'];

export default [
  {
    files: ['schema.graphql'],
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig: { schema: 'schema.graphql' } },
    },
    plugins: { '@graphql-eslint': graphqlPlugin },
    rules: {
      ...recommended,
      ...relay,
      // `ContentType` is WordPress' word for it.
      '@graphql-eslint/naming-convention': [
        severity,
        { ...naming, 'ObjectTypeDefinition,ObjectTypeExtension': { forbiddenPrefixes: ['Type'] } },
      ],
      // Fields keep WordPress' REST names, and those say `media_type` of media.
      '@graphql-eslint/no-typename-prefix': 'off',
      // Parts of a document, and the site, are not refetched by themselves.
      '@graphql-eslint/strict-id-in-types': [
        'error',
        {
          exceptions: {
            types: [
              'BlockList',
              'Breadcrumb',
              'ContentHeading',
              'ContentImage',
              'ContentLink',
              'ImageMeta',
              'MediaSize',
              'OpenGraph',
              'OtherBlock',
              'PageInfo',
              'PostStatus',
              'RelatedContent',
              'Resolution',
              'ResolvedRedirect',
              'SearchResult',
              'Seo',
              'SeoImage',
              'Site',
              'SitePath',
              'SitePathCount',
              'TwitterCard',
            ],
            suffixes: ['Connection', 'Edge'],
          },
        },
      ],
      // `nodes`, and what a document enumerates itself, are lists of nodes on purpose; addresses and results are none, but lead to some.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
      // What has no end to begin at, as all addresses of a site, is gone through forward only.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
    },
  },
];

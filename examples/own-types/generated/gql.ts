/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query LongBooks($pages: SafeInt!) {\n    books(first: 20, where: { pagesMin: $pages }, orderBy: { field: TITLE }) {\n      nodes {\n        title(format: TEXT)\n        author {\n          name\n        }\n        genres {\n          name\n        }\n        customFields {\n          pageCount\n          language\n        }\n        acf {\n          relatedPostsNodes {\n            ... on Post {\n              title(format: TEXT)\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.LongBooksDocument,
};
const documents: Documents = {
    "\n  query LongBooks($pages: SafeInt!) {\n    books(first: 20, where: { pagesMin: $pages }, orderBy: { field: TITLE }) {\n      nodes {\n        title(format: TEXT)\n        author {\n          name\n        }\n        genres {\n          name\n        }\n        customFields {\n          pageCount\n          language\n        }\n        acf {\n          relatedPostsNodes {\n            ... on Post {\n              title(format: TEXT)\n            }\n          }\n        }\n      }\n    }\n  }\n": types.LongBooksDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LongBooks($pages: SafeInt!) {\n    books(first: 20, where: { pagesMin: $pages }, orderBy: { field: TITLE }) {\n      nodes {\n        title(format: TEXT)\n        author {\n          name\n        }\n        genres {\n          name\n        }\n        customFields {\n          pageCount\n          language\n        }\n        acf {\n          relatedPostsNodes {\n            ... on Post {\n              title(format: TEXT)\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').LongBooksDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

/**
 * What the type checker must refuse and accept of the two typed clients; checked by `npm run check:types`, run by nobody.
 */
import { initGraphQLTada, type ResultOf } from 'gql.tada';
import type { LatestPostsQuery, LatestPostsQueryVariables } from '../../examples/codegen/generated/graphql.ts';
import type { introspection } from '../../examples/gql-tada/graphql-env.d.ts';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Post = NonNullable<LatestPostsQuery['posts']>['nodes'][number];

export const generated: [
  Equal<Post['databaseId'], number>,
  Equal<Post['title'], string | null>,
  Equal<LatestPostsQueryVariables['first'], number>,
] = [true, true, true];

// @ts-expect-error the query does not select it
export type NotSelected = Post['slug'];

const graphql = initGraphQLTada<{ introspection: introspection; scalars: { LocalDateTime: string } }>();
const query = graphql('{ posts { nodes { date author { name } } } }');
type TadaPost = NonNullable<ResultOf<typeof query>['posts']>['nodes'][number];

export const derived: Equal<TadaPost['date'], string | null> = true;

// @ts-expect-error the schema has no such field
export type NotThere = TadaPost['nothing'];

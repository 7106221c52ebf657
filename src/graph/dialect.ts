/**
 * A dialect: names, types and descriptions for what the graph means. Its schemas stand on the same documents as those of
 * other dialects.
 */
import type { GraphQLSchema } from 'graphql';
import type { Site } from '../wordpress/site.ts';
import type { Identities } from './ids.ts';
import type { Publications } from './publications.ts';

/** What a schema is made for: a site, or what every site has. */
export type DescribedSite = Pick<Site, 'resources'> & Partial<Pick<Site, 'largestId' | 'blockTypes'>>;

/** A schema, and by what it knows its nodes. */
export interface DialectSchema extends Identities {
  readonly schema: GraphQLSchema;
  /** A query for those who see the graph for the first time. */
  readonly exampleQuery?: string;
  /** What is published of it for programs that read no GraphQL. */
  readonly publications?: Publications;
}

export interface Dialect {
  /** Asks nothing of the site. */
  build(site: DescribedSite): DialectSchema;
}

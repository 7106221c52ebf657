/** Queries that the gateway refuses, in part or as a whole, to see what clients make of it. */
import { parse } from 'graphql';
import { graphql } from './gql-tada/graphql.ts';

/** Visitors may read the title, and only editors the text as it is stored. */
export const PartlyRefused = graphql(`
  query PartlyRefused {
    site {
      name
    }
    post(by: { databaseId: 260 }) {
      id
      databaseId
      content(format: RAW)
    }
  }
`);

/** As a program asks that was written for another version of the schema. */
export const NotInTheSchema = parse('query NotInTheSchema { site { id nothing } }');

/** Larger than what the gateway reads of a request. */
export const Search = graphql(`
  query Search($text: String!) {
    posts(where: { search: $text }) {
      totalCount
    }
  }
`);
export const tooMuchText = 'x'.repeat(200_000);

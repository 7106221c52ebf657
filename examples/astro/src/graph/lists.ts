/** Lists that no operation by address can ask for ahead, since which they are is what the address says: they take a second one. */
import { graphql } from './generated/gql.ts';

/** Of the page that a site with a static front page shows its posts at. */
export const Posts = graphql(`
  query Posts($size: Int!, $offset: Int!) {
    posts(first: $size, offset: $offset, stickyFirst: true) {
      totalCount
      nodes {
        ...Card
      }
    }
  }
`);

/** Of a term that sorts something else than posts. */
export const TermContents = graphql(`
  query TermContents($id: ID!, $size: Int!, $after: String) {
    node(id: $id) {
      __typename
      ... on Term {
        contents(first: $size, after: $after, includeChildren: true) {
          totalCount
          nodes {
            ...Card
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

/** What leads on from a page that is not there. */
export const Months = graphql(`
  query Months {
    archives {
      year
      month
      count
      uri
    }
  }
`);

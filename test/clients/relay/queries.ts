/** What tests ask the runtime of Relay without React. */
import { graphql } from 'relay-runtime';

export const Headline = graphql`
  query queriesHeadlineQuery($by: PostBy!) {
    site {
      name
    }
    post(by: $by) {
      title(format: TEXT)
      author {
        name
      }
      featuredMedia {
        sizes {
          width
        }
      }
    }
  }
`;

export const Details = graphql`
  query queriesDetailsQuery($by: PostBy!) {
    site {
      timezone
    }
    post(by: $by) {
      slug
      dateGmt
      meta
      author {
        avatar(size: 24)
      }
      featuredMedia {
        fileSize
        sizes {
          sourceUrl
        }
      }
    }
  }
`;

export const Anything = graphql`
  query queriesAnythingQuery($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Content {
        title(format: TEXT)
      }
      ... on Term {
        name
        count
      }
    }
  }
`;

export const PartlyRefused = graphql`
  query queriesPartlyRefusedQuery {
    post(by: { databaseId: 260 }) {
      databaseId
      content(format: RAW)
    }
  }
`;

export const Search = graphql`
  query queriesSearchQuery($text: String!) {
    posts(where: { search: $text }) {
      totalCount
    }
  }
`;

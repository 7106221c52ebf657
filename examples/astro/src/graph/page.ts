/**
 * The one operation that a page is made of: what stands at its address, and the frame around it.
 * Fields of interfaces and of types that differ in kind or arguments have names of their own here: GraphQL wants those told apart.
 */
import { graphql } from './generated/gql.ts';

export const Page = graphql(`
  query Page($uri: String!, $size: Int!, $offset: Int!, $after: String, $listsPosts: Boolean!) {
    site {
      name
      description
      language
      iconUrl
      logo {
        altText
        url(height: 96)
      }
    }
    menus {
      locations
      slug
      items {
        ...MenuLink
        children {
          ...MenuLink
          children {
            ...MenuLink
          }
        }
      }
    }
    posts(first: $size, offset: $offset, stickyFirst: true) @include(if: $listsPosts) {
      totalCount
      nodes {
        ...Card
      }
    }
    resolve(uri: $uri) {
      status
      page
      redirect {
        location
        status
      }
      node {
        __typename
        id
        ... on Content {
          ...Card
          ...Whole
          seo {
            ...Head
          }
        }
        ... on Post {
          categories {
            name
            uri
          }
          tags {
            name
            uri
          }
          next {
            title(format: TEXT)
            uri
          }
          previous {
            title(format: TEXT)
            uri
          }
          related(first: 3) {
            terms {
              name
            }
            node {
              ...Teaser
            }
          }
        }
        ... on Page {
          isPostsPage
          children(first: 100, orderBy: { field: MENU_ORDER }) {
            nodes {
              title(format: TEXT)
              uri
              excerpt(format: TEXT, words: 18)
            }
          }
        }
        ... on Media {
          mimeType
          sourceUrl
          caption(links: RELATIVE)
          description(links: RELATIVE)
          ...Picture
        }
        ... on Term {
          name
          description(links: RELATIVE)
          seo {
            ...Head
          }
          taxonomy {
            label
            contentTypes {
              name
            }
          }
          sorted: posts(first: $size, offset: $offset, includeChildren: true) {
            totalCount
            nodes {
              ...Card
            }
          }
        }
        ... on Category {
          children(first: 100) {
            nodes {
              name
              uri
              count
            }
          }
        }
        ... on Author {
          name
          about: description
          url
          avatar(size: 96)
          seo {
            ...Head
          }
          posts(first: $size, offset: $offset) {
            totalCount
            nodes {
              ...Card
            }
          }
        }
        ... on PostFormat {
          name
          posts(first: $size, offset: $offset) {
            totalCount
            nodes {
              ...Card
            }
          }
        }
        ... on DateArchive {
          year
          month
          day
          posts(first: $size, offset: $offset) {
            totalCount
            nodes {
              ...Card
            }
          }
        }
        ... on ContentType {
          typeName: name
          label
          isFrontPage
          contents(first: $size, after: $after) @skip(if: $listsPosts) {
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
        ... on SearchPage {
          query
          results(first: $size, after: $after) {
            totalCount
            nodes {
              title
              uri
              type
              excerpt(words: 30)
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  }
`);

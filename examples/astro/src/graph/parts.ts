/**
 * What the pages show of a document in a list, of one as a whole, and of the frame around them.
 * The generated client puts each of these fragments into the operations that name it.
 */
import { graphql } from './generated/gql.ts';

export const Picture = graphql(`
  fragment Picture on Media {
    altText
    width
    height
    url(width: 800)
    srcSet(widths: [320, 480, 640, 800, 1200, 1600])
  }
`);

export const Card = graphql(`
  fragment Card on Content {
    __typename
    id
    title(format: TEXT)
    uri
    date
    excerpt(format: TEXT, words: 28)
    featuredMedia {
      ...Picture
    }
    author {
      name
      uri
    }
  }
`);

/** What leads to a document: nothing that WordPress has to render. */
export const Teaser = graphql(`
  fragment Teaser on Content {
    id
    title(format: TEXT)
    uri
    date
    featuredMedia {
      ...Picture
    }
  }
`);

export const Whole = graphql(`
  fragment Whole on Content {
    isProtected
    content(links: RELATIVE)
    readingTime
    headings {
      level
      text
      anchor
    }
    author {
      name
      uri
      description
    }
    comments(first: 100, orderBy: { field: DATE, direction: ASC }) {
      totalCount
      nodes {
        databaseId
        authorName
        authorUrl
        date
        content(links: RELATIVE)
        parentId: rest(property: "parent")
      }
    }
  }
`);

export const Head = graphql(`
  fragment Head on Seo {
    title
    description
    robots
    openGraph {
      type
      publishedTime
      modifiedTime
      images {
        url
        alt
      }
    }
    breadcrumbs {
      text
      uri
    }
  }
`);

export const MenuLink = graphql(`
  fragment MenuLink on MenuItem {
    label
    url
    uri
    target
    rel
    title
    cssClasses
  }
`);

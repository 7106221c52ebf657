// The types of the list query, as somebody writes them who builds a gateway for a site by hand.

export const typeDefs = /* GraphQL */ `
  type Query {
    posts(first: Int!, offset: Int): PostConnection!
  }
  type PostConnection {
    nodes: [Post!]!
  }
  type Post {
    title: String
    date: String
    excerpt: String
    author: Author
    categories: [Category!]!
    featuredMedia: Media
  }
  type Author {
    name: String
  }
  type Category {
    name: String
  }
  type Media {
    sourceUrl: String
  }
`;

/** Resolvers that ask for each document by itself. `get` takes the context, a route and a query; it gives the JSON, `null` for what is not there. */
export function resolversWith(get) {
  return {
    Query: {
      posts: async (_root, { first, offset = 0 }, context) => ({
        nodes: await get(context, 'posts', { per_page: String(first), offset: String(offset) }),
      }),
    },
    Post: {
      title: (post) => post.title.rendered,
      excerpt: (post) => post.excerpt.rendered,
      author: (post, _args, context) => get(context, `users/${post.author}`),
      categories: async (post, _args, context) => {
        const found = await Promise.all(post.categories.map((id) => get(context, `categories/${id}`)));
        return found.filter((category) => category !== null);
      },
      featuredMedia: (post, _args, context) =>
        post.featured_media ? get(context, `media/${post.featured_media}`) : null,
    },
    Media: { sourceUrl: (media) => media.source_url },
  };
}

// Knows the reference for answers out of memory: the list query's types in Pothos, and plain objects behind DataLoaders.

import SchemaBuilder from '@pothos/core';
import DataLoader from 'dataloader';
import { createYoga } from 'graphql-yoga';
import type { GraphPost } from '../list-query.ts';

interface PlainPost {
  readonly title: string;
  readonly date: string;
  readonly excerpt: string | null;
  readonly author: number | null;
  readonly categories: readonly number[];
  readonly featuredMedia: number | null;
}

/** A site as lists of objects; what they refer to each other by is the place in the list. */
export interface PlainSite {
  readonly posts: readonly PlainPost[];
  readonly names: readonly string[];
  readonly images: readonly string[];
}

type Named = { readonly name: string };
type Image = { readonly sourceUrl: string };

interface Types {
  Context: {
    readonly authors: DataLoader<number, Named>;
    readonly categories: DataLoader<number, Named>;
    readonly images: DataLoader<number, Image>;
  };
  Objects: { Post: PlainPost; Author: Named; Category: Named; Media: Image; PostConnection: readonly PlainPost[] };
}

/** Takes an answer to the list query apart, so that the reference has to put the same bytes together again. */
export function plainSite(answer: readonly GraphPost[]): PlainSite {
  const [names, images]: [string[], string[]] = [[], []];
  const place = (list: string[], value: string): number => {
    const known = list.indexOf(value);
    return known < 0 ? list.push(value) - 1 : known;
  };
  const posts = answer.map((post) => ({
    ...post,
    author: post.author && place(names, post.author.name),
    categories: post.categories.map(({ name }) => place(names, name)),
    featuredMedia: post.featuredMedia && place(images, post.featuredMedia.sourceUrl),
  }));
  return { posts, names, images };
}

export function createObjectsYoga({ posts, names, images }: PlainSite) {
  const builder = new SchemaBuilder<Types>({});
  builder.objectType('Author', { fields: (t) => ({ name: t.exposeString('name') }) });
  builder.objectType('Category', { fields: (t) => ({ name: t.exposeString('name') }) });
  builder.objectType('Media', { fields: (t) => ({ sourceUrl: t.exposeString('sourceUrl') }) });
  builder.objectType('Post', {
    fields: (t) => ({
      title: t.exposeString('title'),
      date: t.exposeString('date'),
      excerpt: t.exposeString('excerpt', { nullable: true }),
      author: t.field({
        type: 'Author',
        nullable: true,
        resolve: ({ author }, _args, { authors }) => (author === null ? null : authors.load(author)),
      }),
      categories: t.field({
        type: ['Category'],
        resolve: (post, _args, { categories }) => Promise.all(post.categories.map((id) => categories.load(id))),
      }),
      featuredMedia: t.field({
        type: 'Media',
        nullable: true,
        resolve: (post, _args, context) =>
          post.featuredMedia === null ? null : context.images.load(post.featuredMedia),
      }),
    }),
  });
  builder.objectType('PostConnection', {
    fields: (t) => ({ nodes: t.field({ type: ['Post'], resolve: (page) => [...page] }) }),
  });
  builder.queryType({
    fields: (t) => ({
      posts: t.field({
        type: 'PostConnection',
        args: { first: t.arg.int({ required: true }) },
        resolve: (_root, { first }) => posts.slice(0, first),
      }),
    }),
  });

  const loader = <T>(list: readonly T[]) =>
    new DataLoader<number, T>(async (ids) => ids.map((id) => list[id] ?? new Error(`There is no ${id}.`)));
  const people = names.map((name) => ({ name }));
  const files = images.map((sourceUrl) => ({ sourceUrl }));
  return createYoga({
    schema: builder.toSchema(),
    graphiql: false,
    landingPage: false,
    logging: false,
    context: () => ({ authors: loader(people), categories: loader(people), images: loader(files) }),
  });
}

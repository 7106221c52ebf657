/**
 * What the graph calls the resources of a site: core's own, by WordPress' word for what they hold.
 * A resource without a name here is not in the graph.
 */

export interface Names {
  /** The type of its documents. */
  readonly type: string;
  /** The field that looks one up. */
  readonly one: string;
  /** The field that lists all; of terms, also the field of what has them. */
  readonly many: string;
  /** What it is called in sentences, one and many. */
  readonly words: { readonly one: string; readonly many: string };
  readonly description: string;
}

/** A word with its article, by how it sounds: an author, a user, an hour. */
export function withArticle(word: string): string {
  const isOpen = /^(?!uni|us|eu|one)[aeiou]|^(hour|honest|honou?r|heir)/i.test(word);
  return `${isOpen ? 'an' : 'a'} ${word}`;
}

export function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export const coreNames: Readonly<Record<string, Names>> = {
  post: {
    type: 'Post',
    one: 'post',
    many: 'posts',
    words: { one: 'post', many: 'posts' },
    description: 'A post: a dated entry of the site.',
  },
  page: {
    type: 'Page',
    one: 'page',
    many: 'pages',
    words: { one: 'page', many: 'pages' },
    description: 'A page: content outside of the dated entries, in a tree.',
  },
  attachment: {
    type: 'Media',
    one: 'media',
    many: 'mediaItems',
    words: { one: 'media item', many: 'media' },
    description: 'An image or another file in the library.',
  },
  user: {
    type: 'Author',
    one: 'author',
    many: 'authors',
    words: { one: 'author', many: 'authors' },
    description: 'A user of the site who has published something.',
  },
  category: {
    type: 'Category',
    one: 'category',
    many: 'categories',
    words: { one: 'category', many: 'categories' },
    description: 'A category: a label of posts in a tree.',
  },
  post_tag: {
    type: 'Tag',
    one: 'tag',
    many: 'tags',
    words: { one: 'tag', many: 'tags' },
    description: 'A tag: a flat label of posts.',
  },
  comment: {
    type: 'Comment',
    one: 'comment',
    many: 'comments',
    words: { one: 'comment', many: 'comments' },
    description: 'An approved comment.',
  },
};

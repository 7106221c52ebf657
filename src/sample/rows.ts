/**
 * The rows of the collections: what WordPress' tables know of each document, whether or not a visitor may see it.
 * Knows how recorded documents and the authored source fit together.
 */
import type { Collection } from './collections.ts';
import type { Recorded, RecordedDocument } from './recorded.ts';

/** A row that matches a query but may not be seen is counted, then left out: it has no document. */
export interface Row {
  readonly id: number;
  readonly document: RecordedDocument | undefined;
  /** What the row can be ordered by, by WordPress' names. */
  readonly keys: Readonly<Record<string, string | number>>;
  /** What a search looks at, by column. */
  readonly texts: Readonly<Record<string, string>>;
  /** Fields as they are stored, by which plugins filter; of content alone. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** By the name of their collection. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

export function buildRows(recorded: Recorded): Rows {
  return new Map(
    [...recorded.collections.values()].map((collection) => [collection.name, rowsOf(collection, recorded)]),
  );
}

function rowsOf({ name, family }: Collection, recorded: Recorded): readonly Row[] {
  const documents = recorded.documents.get(name) ?? [];
  if (family === 'media') return mediaRows(documents, recorded);
  if (family === 'comment') return commentRows(documents, recorded);
  if (family === 'term') return documents.map(termRow);
  if (family === 'user') return documents.map(userRow(recorded));
  return documents.map(contentRow(name, recorded));
}

function contentRow(name: string, { articles, bodies }: Recorded) {
  return (document: RecordedDocument): Row => {
    const authored = articles.get(name)?.find(({ id }) => id === document.id);
    return {
      id: document.id,
      document,
      keys: contentKeys(document, authored?.title ?? ''),
      texts:
        // A protected body is not searched for those who have not given the password.
        authored?.password
          ? {}
          : {
              post_title: authored?.title ?? '',
              post_excerpt: authored?.excerpt ?? '',
              post_content: bodies.get(document.id) ?? '',
            },
      fields: authored?.meta ?? {},
    };
  };
}

function contentKeys(document: Readonly<Record<string, unknown>>, title: string): Row['keys'] {
  return {
    author: Number(document.author ?? 0),
    date: String(document.date ?? ''),
    id: Number(document.id),
    modified: String(document.modified ?? ''),
    parent: Number(document.parent ?? 0),
    slug: String(document.slug ?? ''),
    title,
    menu_order: Number(document.menu_order ?? 0),
  };
}

function mediaRows(documents: readonly RecordedDocument[], { magazine }: Recorded): Row[] {
  return magazine.media
    .map((authored) => {
      const document = documents.find(({ id }) => id === authored.id);
      const hidden = { ...authored, parent: authored.post, slug: authored.slug };
      const keys = contentKeys(document ?? hidden, authored.title);
      return {
        id: authored.id,
        document,
        keys: { ...keys, parent: authored.post },
        texts: {
          post_title: authored.title,
          post_excerpt: authored.caption,
          post_content: authored.description,
          mime_type: authored.mimeType,
        },
      };
    })
    .sort((one, other) => one.id - other.id);
}

function termRow(document: RecordedDocument): Row {
  const name = decoded(String(document.name));
  return {
    id: document.id,
    document,
    keys: {
      id: document.id,
      name,
      slug: String(document.slug),
      count: Number(document.count),
      description: String(document.description),
      term_group: 0,
      parent: Number(document.parent ?? 0),
    },
    texts: { name, slug: String(document.slug) },
  };
}

function userRow({ magazine }: Recorded) {
  return (document: RecordedDocument): Row => {
    const authored = magazine.users.find(({ id }) => id === document.id);
    return {
      id: document.id,
      document,
      keys: {
        id: document.id,
        name: authored?.name ?? String(document.name),
        login: authored?.login ?? '',
        slug: String(document.slug),
        url: String(document.url),
      },
      texts: {
        ID: String(document.id),
        user_login: authored?.login ?? '',
        user_nicename: String(document.slug),
        display_name: authored?.name ?? '',
      },
    };
  };
}

/** Approved comments; those on what may not be read have no document. */
function commentRows(documents: readonly RecordedDocument[], { magazine }: Recorded): Row[] {
  return magazine.comments
    .filter(({ status }) => status === 'approve')
    .map((authored) => ({
      id: authored.id,
      document: documents.find(({ id }) => id === authored.id),
      keys: {
        id: authored.id,
        date: authored.date,
        date_gmt: authored.date,
        post: authored.post,
        parent: authored.parent,
        type: 'comment',
      },
      texts: {
        comment_author: authored.authorName,
        comment_author_email: authored.authorEmail,
        comment_author_url: authored.authorUrl,
        comment_content: authored.content,
      },
    }))
    .sort((one, other) => one.id - other.id);
}

/** Names are recorded with entities, but stored and ordered without. */
function decoded(name: string): string {
  return name.replaceAll('&amp;', '&').replaceAll('&#039;', "'").replaceAll('&quot;', '"');
}

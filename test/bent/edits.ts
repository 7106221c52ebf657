/**
 * What editors do on the magazine, as new contents of the sample site: each with what WordPress would give out, and redirect, after it.
 */
import type { Recorded, RecordedDocument } from '../../src/sample/recorded.ts';

export type Edit = (site: Recorded) => Recorded;

type Row = { id: number } & Record<string, unknown>;

const now = () => new Date().toISOString().slice(0, 19);

function rows<Name extends 'documents' | 'articles'>(
  site: Recorded,
  of: Name,
  collection: string,
  change: (rows: Row[]) => Row[],
): Recorded {
  const all = new Map<string, readonly unknown[]>(site[of]);
  all.set(collection, change(structuredClone(all.get(collection) ?? []) as Row[]));
  return { ...site, [of]: all };
}

const each = (id: number, change: (row: Row) => void) => (all: Row[]) => {
  for (const row of all) if (row.id === id) change(row);
  return all;
};

/** A document as REST gives it, and what it was made from. */
function edited(
  site: Recorded,
  collection: string,
  id: number,
  { given, stored = given }: { given: (row: Row) => void; stored?: (row: Row) => void },
): Recorded {
  const documents = rows(
    site,
    'documents',
    collection,
    each(id, (row) => {
      given(row);
      if ('modified' in row) Object.assign(row, { modified: now(), modified_gmt: now() });
    }),
  );
  return rows(documents, 'articles', collection, each(id, stored));
}

function removed(site: Recorded, collection: string, isRemoved: (row: Row) => boolean): Recorded {
  const keep = (all: Row[]) => all.filter((row) => !isRemoved(row));
  return rows(rows(site, 'documents', collection, keep), 'articles', collection, keep);
}

const readdressed = (from: string, to: string, values: object) => (row: Row) =>
  Object.assign(row, { link: String(row.link).replace(from, to), ...values });

export const renamePost: Edit = (site) =>
  edited(site, 'posts', 133, {
    given: readdressed('storm-glass', 'storm-glass-again', {
      slug: 'storm-glass-again',
      title: { rendered: 'Storm glass again' },
    }),
    stored: (row) =>
      Object.assign(row, { slug: 'storm-glass-again', title: 'Storm glass again', formerSlugs: ['storm-glass'] }),
  });

export const deleteNewestPost: Edit = (site) => removed(site, 'posts', ({ id }) => id === 260);

export const unpublishPost: Edit = (site) =>
  edited(site, 'posts', 219, { given: (row) => Object.assign(row, { status: 'draft' }) });

export const refilePost: Edit = (site) =>
  edited(site, 'posts', 212, { given: (row) => Object.assign(row, { categories: [2], tags: [31] }) });

export const redatePost: Edit = (site) => {
  const date = '2023-03-15T08:00:00';
  return edited(site, 'posts', 207, {
    given: (row) => readdressed(linkedDate(row), '2023/03/15', { date, date_gmt: date })(row),
    stored: (row) => Object.assign(row, { date }),
  });
};

const linkedDate = ({ link }: Row) => /\d{4}\/\d{2}\/\d{2}/.exec(String(link))?.[0] ?? '';

export const movePage: Edit = (site) =>
  edited(site, 'pages', 402, {
    given: readdressed('/about/team/', '/team/', { parent: 0 }),
    stored: (row) => Object.assign(row, { parent: 0 }),
  });

export const renameCategory: Edit = (site) =>
  edited(site, 'categories', 3, { given: readdressed('harbours', 'havens', { slug: 'havens', name: 'Havens' }) });

export const renameAuthor: Edit = (site) =>
  edited(site, 'users', 1, { given: (row) => Object.assign(row, { name: 'Leni of the Shed' }) });

export const deleteComment: Edit = (site) => {
  const isReply = (of: number) => (row: Row) => row.id === of || row.parent === of;
  const comments = site.magazine.comments.filter((comment) => !isReply(12)(comment as unknown as Row));
  return { ...removed(site, 'comments', isReply(12)), magazine: { ...site.magazine, comments } };
};

export const addComment: Edit = (site) => {
  const [first] = (site.documents.get('comments') ?? []).filter(({ id }) => id === 99);
  const comment = { ...first, id: 9_001, parent: 0, post: 198, date: now(), date_gmt: now() } as RecordedDocument;
  const [authored] = site.magazine.comments.filter(({ id }) => id === 99);
  const comments = [...site.magazine.comments, { ...authored, id: 9_001, post: 198, parent: 0 }];
  return {
    ...rows(site, 'documents', 'comments', (all) => [...all, comment as Row]),
    magazine: { ...site.magazine, comments: comments as typeof site.magazine.comments },
  };
};

export const renameSite: Edit = (site) => ({ ...site, index: { ...site.index, name: 'Harbour & Elsewhere' } });

export const setFrontPage: Edit = (site) => ({
  ...site,
  index: { ...site.index, show_on_front: 'page', page_on_front: 401, page_for_posts: 405 },
});

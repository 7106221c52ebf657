/**
 * The lists of the front end: newest posts, archives of types, of dates, of formats, of terms and authors, and what is searched for.
 * Knows which there are and how many pages each has.
 */

import type { Recorded, RecordedDocument } from './recorded.ts';
import { buildRows } from './rows.ts';
import { searchAll } from './search-route.ts';

/** Paths are given as they are compared: decoded, in small letters, without a slash at the end. */
export interface Archives {
  /** How many pages the list at a path has; `undefined` where there is none. */
  pages(path: string): number | undefined;
  /** How many pages there are of what a term or an author has. @param name of its collection */
  pagesOf(name: string, document: RecordedDocument): number;
  /** Where a date leads that is none: to the month or year that it is said to be of. */
  nearest(path: string): string | undefined;
}

/** `posts_per_page`, as WordPress has it until somebody changes it. */
const pageSize = 10;

const datePath = /^\/(\d{4})(?:\/(\d\d?))?(?:\/(\d\d?))?$/;

export function archivesOf(recorded: Recorded): Archives {
  const { collections, documents, maps, url } = recorded;
  const posts = documents.get('posts') ?? [];
  const rows = buildRows(recorded);
  const types = Object.values(maps.types) as { has_archive: string | boolean; rest_base: string }[];
  const ofType = new Map<string, number>(
    types.flatMap(({ has_archive, rest_base }) =>
      typeof has_archive === 'string' ? [[`/${has_archive}`, documents.get(rest_base)?.length ?? 0] as const] : [],
    ),
  );
  const formats = new Map<string, number>();
  for (const { format } of posts) formats.set(`/type/${format}`, (formats.get(`/type/${format}`) ?? 0) + 1);
  formats.delete('/type/standard');

  function onDate(path: string): number | undefined {
    const [, year, month, day] = datePath.exec(path) ?? [];
    if (year === undefined) return undefined;
    const start = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
    return posts.filter(({ date }) => String(date).startsWith(start)).length || undefined;
  }

  function found(path: string): number | undefined {
    const [, text] = /^\/search\/(.+)$/.exec(path) ?? [];
    if (text === undefined) return undefined;
    const root = `${url}/wp-json`;
    return searchAll(recorded, rows, { type: 'post', search: text, per_page: 100, page: 1 }, root).total;
  }

  /** With what the terms below it have. */
  function below(taxonomy: string, term: RecordedDocument): readonly RecordedDocument[] {
    const terms = documents.get(taxonomy) ?? [];
    const family = new Set([term.id]);
    for (let known = 0; known < family.size; ) {
      known = family.size;
      for (const { id, parent } of terms) if (family.has(Number(parent))) family.add(id);
    }
    const contents = [...collections.values()].filter(({ sorters }) => sorters.includes(taxonomy));
    return contents.flatMap(({ name }) =>
      (documents.get(name) ?? []).filter((document) => (document[taxonomy] as number[]).some((id) => family.has(id))),
    );
  }

  const listed = (path: string) =>
    path === '' ? posts.length : (ofType.get(path) ?? formats.get(path) ?? onDate(path) ?? found(path));
  const pagesFor = (count: number) => Math.ceil(count / pageSize);
  return {
    pages(path) {
      const count = listed(path);
      return count === undefined ? undefined : pagesFor(count);
    },
    pagesOf(name, term) {
      if (collections.get(name)?.family === 'term') return pagesFor(below(name, term).length);
      return pagesFor(posts.filter(({ author }) => author === term.id).length);
    },
    nearest(path) {
      const [, year, month, day] = datePath.exec(path) ?? [];
      if (year === undefined || month === undefined) return undefined;
      if (Number(month) < 1 || Number(month) > 12) return `${url}/${year}/`;
      const isReal = day === undefined || new Date(Date.UTC(+year, +month - 1, +day)).getUTCDate() === +day;
      return isReal ? undefined : `${url}/${year}/${month}/`;
    },
  };
}

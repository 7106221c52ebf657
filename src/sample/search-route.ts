/**
 * `/wp/v2/search`: content of all types but media, terms or post formats by text, each as id, title and address.
 */
import { listed } from './listing.ts';
import type { Recorded } from './recorded.ts';
import type { Arguments } from './rest-arguments.ts';
import type { Row, Rows } from './rows.ts';
import { contentSearch, plainSearch } from './search.ts';

type Result = Readonly<Record<string, unknown>>;

interface Found {
  readonly results: readonly Result[];
  readonly total: number;
  readonly totalPages: number;
}

export function searchAll(recorded: Recorded, rows: Rows, values: Arguments, root: string): Found {
  if (values.type === 'post-format') return formatResults(recorded, values, root);
  const isTerm = values.type === 'term';
  const family = isTerm ? 'term' : 'content';
  const searched = [...recorded.collections.values()].filter(
    (collection) => collection.family === family && collection.isViewable,
  );
  const candidates = searched.flatMap(({ name }) => rows.get(name) ?? []);
  const matching = candidates.filter(
    (row) => hasSubtype(row, values, isTerm) && isIncluded(row, values) && hasText(row, values, isTerm),
  );
  const orderby = isTerm ? 'name' : values.search ? 'relevance' : 'date';
  const [size, page] = [Number(values.per_page), Number(values.page)];
  // Past the last row nothing is found, and so nothing counted.
  if ((page - 1) * size >= matching.length) return nothing;
  const { rows: found } = listed({ family, hierarchical: false }, matching, {
    ...values,
    orderby,
    order: isTerm ? 'asc' : 'desc',
  });
  const baseOf = (type: string) => searched.find((collection) => collection.type === type)?.name ?? type;
  const results = found.map((row) => (isTerm ? termResult(row, root, baseOf) : postResult(row, root, baseOf)));
  return { results, total: matching.length, totalPages: Math.ceil(matching.length / size) };
}

const nothing: Found = { results: [], total: 0, totalPages: 0 };

/** Formats in core's order, as far as a post has them. */
const formats = ['aside', 'chat', 'gallery', 'link', 'image', 'quote', 'status', 'video', 'audio'];

function formatResults({ documents, url }: Recorded, values: Arguments, root: string): Found {
  const used = formats.filter((format) => (documents.get('posts') ?? []).some((post) => post.format === format));
  const found = used.filter((format) => format.includes(String(values.search ?? '').toLowerCase()));
  const size = Number(values.per_page);
  const start = (Number(values.page) - 1) * size;
  const results = found.slice(start, start + size).map((format) => ({
    id: format,
    title: `${format[0]?.toUpperCase()}${format.slice(1)}`,
    url: `${url}/type/${format}/`,
    type: 'post-format',
    _links: { collection: [{ href: `${root}/wp/v2/search` }] },
  }));
  return { results, total: found.length, totalPages: Math.ceil(found.length / size) };
}

function subtypeOf(row: Row, isTerm: boolean): string {
  return String(row.document?.[isTerm ? 'taxonomy' : 'type']);
}

function hasSubtype(row: Row, values: Arguments, isTerm: boolean): boolean {
  const wanted = (values.subtype as string[] | undefined) ?? ['any'];
  return wanted.includes('any') || wanted.includes(subtypeOf(row, isTerm));
}

function isIncluded(row: Row, values: Arguments): boolean {
  const [include, exclude] = [values.include, values.exclude].map((ids) => (Array.isArray(ids) ? ids.map(Number) : []));
  if (include && include.length > 0) return include.includes(row.id);
  return !exclude?.includes(row.id);
}

function hasText(row: Row, values: Arguments, isTerm: boolean): boolean {
  if (!values.search) return true;
  const text = String(values.search);
  if (isTerm) return plainSearch(text)(row);
  return contentSearch(text, ['post_title', 'post_excerpt', 'post_content'], false).matches(row);
}

function postResult({ document }: Row, root: string, baseOf: (type: string) => string): Result {
  const type = String(document?.type);
  const title = (document?.title as { rendered?: string } | undefined)?.rendered;
  return {
    id: document?.id,
    title,
    url: document?.link,
    type: 'post',
    subtype: type,
    _links: {
      self: [
        { targetHints: { allow: ['GET'] }, embeddable: true, href: `${root}/wp/v2/${baseOf(type)}/${document?.id}` },
      ],
      about: [{ href: `${root}/wp/v2/types/${type}` }],
      collection: [{ href: `${root}/wp/v2/search` }],
    },
  };
}

function termResult({ document }: Row, root: string, baseOf: (type: string) => string): Result {
  const taxonomy = String(document?.taxonomy);
  return {
    id: document?.id,
    title: document?.name,
    url: document?.link,
    type: taxonomy,
    _links: {
      self: [
        {
          targetHints: { allow: ['GET'] },
          embeddable: true,
          href: `${root}/wp/v2/${baseOf(taxonomy)}/${document?.id}`,
        },
      ],
      about: [{ href: `${root}/wp/v2/taxonomies/${taxonomy}` }],
      collection: [{ href: `${root}/wp/v2/search` }],
    },
  };
}

/**
 * A collection of dated documents in memory, asked as WordPress is: time bounds that exclude their second, `exclude`,
 * `orderby` one column, documents of the same second in an order of its own.
 */
import type { LoadedDocument } from '../../src/loaders/loaded.ts';
import type { DocumentList } from '../../src/loaders/source/document-list.ts';
import type { Upstream } from '../../src/loaders/source/operation-source.ts';
import { learned } from '../../src/store/known-document.ts';
import type { Query } from '../../src/wordpress/http/rest-root.ts';
import { Properties } from '../../src/wordpress/properties.ts';

export interface DatedDocument {
  readonly id: number;
  readonly date: string;
}

export interface DatedCollectionFake {
  readonly documents: DatedDocument[];
  readonly upstream: Upstream;
  readonly queries: Query[];
}

/** @param tieOrder ranks documents of one second; any function of the id */
export function datedCollection(documents: DatedDocument[], tieOrder: (id: number) => number): DatedCollectionFake {
  const queries: Query[] = [];
  const rows = async (_route: string, query: Query): Promise<DocumentList> => {
    queries.push(query);
    const { after, before, exclude, include, order, orderby, per_page: size = 10, page = 1, offset } = query;
    const sign = order === 'asc' ? 1 : -1;
    const rank = (document: DatedDocument) => (orderby === 'id' ? document.id : tieOrder(document.id));
    const matching = documents
      .filter(
        ({ date }) => (after === undefined || date > String(after)) && (before === undefined || date < String(before)),
      )
      .filter(({ id }) => !Array.isArray(exclude) || !exclude.includes(id))
      .filter(({ id }) => !Array.isArray(include) || include.includes(id))
      .sort((one, other) => {
        if (orderby !== 'id' && one.date !== other.date) return one.date < other.date ? -sign : sign;
        return (rank(one) - rank(other)) * sign;
      });
    const start = offset === undefined ? (Number(page) - 1) * Number(size) : Number(offset);
    return {
      documents: matching
        .slice(start, start + Number(size))
        .map((document) => learned(document, Properties.id, 0) as LoadedDocument),
      total: matching.length,
      totalPages: Math.ceil(matching.length / Number(size)),
    };
  };
  return { documents, queries, upstream: { rows, largestPage: () => 100 } };
}

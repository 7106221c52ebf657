/**
 * A collection of dated documents in memory, asked as WordPress is: time bounds that exclude their second, `exclude`,
 * `orderby` one column, documents of the same second in an order of its own. In a zone, it shows what it has stored, and reads
 * bounds, as PHP does: a local time that the clocks leave out is one as much later.
 */
import type { LoadedDocument } from '../../src/loaders/loaded.ts';
import type { DocumentList } from '../../src/loaders/source/document-list.ts';
import type { Upstream } from '../../src/loaders/source/operation-source.ts';
import { learned } from '../../src/store/known-document.ts';
import type { Query } from '../../src/wordpress/http/rest-root.ts';
import { Properties } from '../../src/wordpress/properties.ts';

export interface DatedDocument {
  readonly id: number;
  /** As it is stored. */
  readonly date: string;
  readonly modified?: string;
}

export interface DatedCollectionFake {
  readonly documents: DatedDocument[];
  readonly upstream: Upstream;
  readonly queries: Query[];
}

const asIs = (time: string) => time;

/**
 * @param tieOrder ranks documents of one second; any function of the id
 * @param onTheClock what a stored or given local time is taken for
 * @param ownOrder what a plugin orders by before anything else, whatever was asked for
 */
export function datedCollection(
  documents: DatedDocument[],
  tieOrder: (id: number) => number,
  onTheClock: (time: string) => string = asIs,
  ownOrder: (id: number) => number = () => 0,
): DatedCollectionFake {
  const queries: Query[] = [];
  const rows = async (_route: string, query: Query): Promise<DocumentList> => {
    queries.push(query);
    const { exclude, include, order, orderby, per_page: size = 10, page = 1, offset } = query;
    const sign = order === 'asc' ? 1 : -1;
    const rank = (document: DatedDocument) => (orderby === 'id' ? document.id : tieOrder(document.id));
    const columnOf = ({ date, modified = date }: DatedDocument) => (orderby === 'modified' ? modified : date);
    const isBetween = (time: string, after: Query[string], before: Query[string]) =>
      (after === undefined || time > onTheClock(String(after))) &&
      (before === undefined || time < onTheClock(String(before)));
    const matching = documents
      .filter(({ date }) => isBetween(date, query.after, query.before))
      .filter(({ date, modified = date }) => isBetween(modified, query.modified_after, query.modified_before))
      .filter(({ id }) => !Array.isArray(exclude) || !exclude.includes(id))
      .filter(({ id }) => !Array.isArray(include) || include.includes(id))
      .sort((one, other) => {
        const first = ownOrder(one.id) - ownOrder(other.id);
        if (first !== 0) return first;
        const [date, otherDate] = [columnOf(one), columnOf(other)];
        if (orderby !== 'id' && date !== otherDate) return date < otherDate ? -sign : sign;
        return (rank(one) - rank(other)) * sign;
      });
    const start = offset === undefined ? (Number(page) - 1) * Number(size) : Number(offset);
    return {
      documents: matching
        .slice(start, start + Number(size))
        .map(({ id, date, modified = date }) => ({ id, date: onTheClock(date), modified: onTheClock(modified) }))
        .map((document) => learned(document, Properties.id, 0) as LoadedDocument),
      total: matching.length,
      totalPages: Math.ceil(matching.length / Number(size)),
    };
  };
  return { documents, queries, upstream: { rows, largestPage: () => 100 } };
}

/** What PHP's `date_create` takes a local time for: one that the clocks of a zone leave out is read by the offset before. */
export function clockOf(timeZone: string): (time: string) => string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const localTime = (instant: number) => parts.format(instant).replace(' ', 'T');
  const known = new Map<string, string>();
  const day = 86_400_000;
  return (time) => {
    const asUtc = Date.parse(`${time}Z`);
    const readBy = (instant: number) => localTime(asUtc - (Date.parse(`${localTime(instant)}Z`) - instant));
    const find = () => (readBy(asUtc + 2 * day) === time ? time : readBy(asUtc - 2 * day));
    const found = known.get(time) ?? find();
    known.set(time, found);
    return found;
  };
}

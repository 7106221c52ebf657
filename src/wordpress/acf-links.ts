/**
 * What the ids in ACF's fields are of, by the links that ACF writes beside them.
 *
 * Content, terms and users are counted apart, so that an id says nothing by itself: there may be a post 7, a term 7 and a user 7.
 * Knows which fields of ACF write links, and that a link says of which kind its id is, but not in which field it stands. Each
 * field holds ids of one kind, and each link was written for a field: where one field alone can have been it, that is its kind.
 *
 * Source: `get_rest_schema` and `get_rest_links` of ACF 6.8 and of Secure Custom Fields, `class-acf-rest-embed-links.php`.
 */
import type { FamilyName } from './families.ts';
import type { ItemLink } from './links.ts';
import type { Resource } from './resources.ts';
import type { ValueSchema } from './value-schema.ts';
import { readIds, readMap } from './values.ts';

/** The property under which ACF puts its fields. */
export const acfProperty = 'acf';

/** Documents that are counted together, media among content. */
export type Counted = 'content' | 'term' | 'user';

const attachmentRel = 'acf:attachment';

/** The relations of ACF's links. */
const countedBy: ReadonlyMap<string, Counted> = new Map([
  ['acf:post', 'content'],
  [attachmentRel, 'content'],
  ['acf:term', 'term'],
  ['acf:user', 'user'],
]);

/** What has to be read of a document: links are written only beside the fields, and any of these may hold the id of one. */
export const acfReads: readonly string[] = [acfProperty, ...[...countedBy.keys()].map((rel) => `_links.${rel}`)];

/** As which of these the documents of a family are counted; comments lead nowhere in ACF. */
export function countedAs(family: FamilyName): Counted | undefined {
  if (family === 'media') return 'content';
  return family === 'comment' ? undefined : family;
}

/** Whether a field holds media: image and file alone are a whole number or nothing, and the gallery alone a list of numbers. */
export function isOfMedia(value: ValueSchema): boolean {
  if (value.kind === 'list') return value.items.kind === 'number' || value.items.kind === 'integer';
  return value.kind === 'integer';
}

/** The fields at the top, as a resource's schema describes them; a group that is bound to a template is not among them. */
export function acfFields({ members }: Pick<Resource, 'members'>): ReadonlyMap<string, ValueSchema> {
  const acf = members.find(({ name }) => name === acfProperty)?.value;
  return new Map(acf?.kind === 'object' ? acf.members.map(({ name, value }) => [name, value]) : []);
}

interface AcfLink extends ItemLink {
  readonly rel: string;
  readonly counted: Counted;
}

/** The links of one document, with the fields that they were written for. */
export class AcfLinks {
  readonly #byId = new Map<number, AcfLink[]>();
  readonly #kinds: ReadonlyMap<string, Counted>;

  /**
   * @param acf the document's fields
   * @param fields as the schema describes them
   * @param linked the document's links of a relation
   */
  constructor(acf: unknown, fields: ReadonlyMap<string, ValueSchema>, linked: (rel: string) => readonly ItemLink[]) {
    const links = [...countedBy].flatMap(([rel, counted]) => linked(rel).map((link) => ({ ...link, rel, counted })));
    for (const link of links) this.#byId.set(link.id, [...(this.#byId.get(link.id) ?? []), link]);
    this.#kinds = links.length === 0 ? new Map() : kindsOf(links, holdersIn(acf), fields);
  }

  /** As what the ids of a field are counted, where the links tell. */
  kindOf(field: string): Counted | undefined {
    return this.#kinds.get(field);
  }

  /** Where an id leads that is counted so; nowhere where WordPress has no such document any more. */
  linkOf(id: number, kind: Counted): ItemLink | undefined {
    return this.#byId.get(id)?.find(({ counted }) => counted === kind);
  }

  /** Whether any of these ids is linked, whatever it is counted as. */
  hasAny(ids: readonly number[]): boolean {
    return ids.some((id) => this.#byId.has(id));
  }
}

/** Names of the fields that hold an id. Members of groups and rows of repeaters write no links. */
function holdersIn(acf: unknown): ReadonlyMap<number, readonly string[]> {
  const holders = new Map<number, string[]>();
  for (const [name, value] of Object.entries(readMap(acf) ?? {})) {
    for (const id of new Set(readIds(value))) holders.set(id, [...(holders.get(id) ?? []), name]);
  }
  return holders;
}

function kindsOf(
  links: readonly AcfLink[],
  holders: ReadonlyMap<number, readonly string[]>,
  fields: ReadonlyMap<string, ValueSchema>,
): ReadonlyMap<string, Counted> {
  const kinds = new Map<string, Counted>();
  const writersOf = ({ id, rel, counted }: AcfLink) =>
    (holders.get(id) ?? []).filter(
      (name) => mayWrite(fields.get(name), rel) && (kinds.get(name) ?? counted) === counted,
    );
  for (let known = -1; known < kinds.size; ) {
    known = kinds.size;
    for (const link of links) {
      const [only, ...others] = writersOf(link);
      if (only !== undefined && others.length === 0) kinds.set(only, link.counted);
    }
  }
  // Where a field would have to be of two kinds, something else has written links, and nothing follows from any of them.
  const isSound = links.every((link) => writersOf(link).length > 0 || !holders.has(link.id));
  return isSound ? kinds : new Map();
}

/** Whether a field may have written a link; one that no schema describes may be any. */
function mayWrite(value: ValueSchema | undefined, rel: string): boolean {
  if (value === undefined || value.kind === 'ids' || value.kind === 'json') return true;
  // The gallery writes these, and sites make images and files do so.
  return rel === attachmentRel && isOfMedia(value);
}

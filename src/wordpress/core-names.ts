/**
 * What WordPress itself calls the properties of documents and the arguments of collections: whatever else a site has there, it
 * or its plugins have added.
 */
import { type FamilyName, families } from './families.ts';
import { branching, possible, sorted, type Traits } from './traits.ts';

/** How a page is cut out of a collection. The graph does that by cursors and orders. */
const paging = ['context', 'page', 'per_page', 'offset', 'order', 'orderby'];
/** What any route takes: it changes the form of an answer, or what is asked. */
const ofRequests = ['_embed', '_envelope', '_fields', '_jsonp', '_locale', '_method', '_wpnonce', 'rest_route'];
/** Older names of what there is a filter for, and what the graph does in its own way. */
const leftOut = ['ignore_sticky', 'tax_relation', 'who', 'search_columns', 'parent', 'parent_exclude', 'password'];

/** What only editors see, or only while they upload. A plugin may forget to say so. */
const ofEditors = [
  'password',
  'permalink_template',
  'generated_slug',
  'missing_image_sizes',
  'filename',
  'exif_orientation',
  'image_quality',
  'image_output_format',
  'image_save_progressive',
];

/** Custom fields that WordPress has registered for its editor: footnotes, which content has rendered, and the state of notes. */
export const coreFields: ReadonlySet<string> = new Set(['footnotes', '_wp_note_status']);

/** What of a resource says which of these it can have. */
interface Named {
  readonly family: FamilyName;
  readonly hierarchical: boolean;
  readonly sorters: readonly string[];
}

/** What core can give to a collection of this kind. */
function traitsOf({ family, hierarchical, sorters }: Named): Traits[] {
  const tree = hierarchical ? (branching[family] ?? {}) : {};
  return [families[family], ...(possible[family] ?? []), tree, sorted(sorters)];
}

/** The properties that its documents can have of core, those among it that the graph offers nowhere. */
export function coreProperties(resource: Named): ReadonlySet<string> {
  return new Set([...traitsOf(resource).flatMap(({ properties = [] }) => properties), ...ofEditors, '_embedded']);
}

/** The filters that the graph has for a collection of this kind. */
export function coreFilters(resource: Named): string[] {
  return traitsOf(resource).flatMap(({ filters = [] }) => filters);
}

/** The orders that the graph has for a collection of this kind. */
export function coreOrders(resource: Named): string[] {
  return traitsOf(resource).flatMap(({ orders = [] }) => orders);
}

/** The arguments that it can have of core. */
export function coreArguments(resource: Named): ReadonlySet<string> {
  return new Set([...paging, ...ofRequests, ...leftOut, ...coreFilters(resource)]);
}

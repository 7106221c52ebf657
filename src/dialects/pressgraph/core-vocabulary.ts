/**
 * What the graph of every site calls things, and how it makes names of the name of a type: names that the types, lists and fields
 * of a site's own can not have. A test holds them to the schema.
 */
import { capitalized, coreNames } from './names.ts';

/** Types that every schema has, and those that may come. */
const types =
  'AddressForm AuthorSelector Boolean Block Content ContentConnection ContentEdge ContentOrderBy ContentOrderField ContentSearchColumn ContentType DateTime Float ID ImageMeta Int JSON LocalDateTime MatchOperator MediaSize MediaTypeFilter Menu MenuItem Mutation Node OrderDirection PageInfo Query Revision SafeInt SearchResult Settings Site String Subscription Taxonomy Term TermOrderBy TermOrderField TermSelector TextFormat User Viewer';

/** Fields of what has an id, and filters: a list stands among these, where documents have terms and terms have documents. */
const members =
  'acf after allowedMethods altText ancestors attachments author authorEmail authorName authorUrl authors avatar before capabilities caption categories category children classList comment commentStatus comments content contentType contentTypes contents count customFields databaseId date dateGmt description excerpt exclude excludeAuthors excludeCategories excludeParents excludeTags featuredMedia fileSize format formats gmtOffset guid hasArchive hasPublishedPosts height hideEmpty hierarchical home icon iconUrl id imageMeta include isProtected label link logo media mediaDetails mediaItems mediaType menuOrder meta mimeType modified modifiedAfter modifiedBefore modifiedGmt name node nodes page pages parent parents pingStatus post posts replies rest restBase restNamespace restRoute restUrl revisionCount roles search searchColumns searchExactly site sizes slug slugs sourceUrl srcSet status sticky tag tags taxonomies taxonomy taxonomyRelation template terms timezone title topLevel type uri url width';

/** Fields of the root, and those that may come. */
const roots =
  'author authors categories category comment comments content contents contentType contentTypes media mediaItems menu menuItem menuItems menus node nodes page pages post posts revision revisions search settings site tag tags taxonomies taxonomy term terms user users viewer';

/** What stands behind the name of a type in those of its members' types. */
const nestedEndings = ['CustomFields', 'Acf'];
/** What stands behind the name of a type in names that are made of it. */
const endings = ['Connection', 'Edge', 'Where', 'By', 'OrderBy', 'OrderField', 'Selector', ...nestedEndings];
const derivedForm = new RegExp(`^Related(?![a-z])|.(${endings.join('|')})$`);

/** Every type that is made for one of documents: itself, its connection, its filters, ... */
export function typesAround(type: string): readonly string[] {
  return [type, ...endings.map((ending) => `${type}${ending}`), `Related${type}OrderBy`, `Related${type}OrderField`];
}

/** Whether a type of this name would look as one that is made for another, as `BookEdge` does beside `Book`. */
export function looksMade(type: string): boolean {
  return derivedForm.test(type);
}

/** A list, and the filter that leaves out what is in it. */
export function fieldsAround(list: string): readonly string[] {
  return [list, `exclude${capitalized(list)}`];
}

export const coreTypes: ReadonlySet<string> = new Set([
  ...types.split(' '),
  ...Object.values(coreNames).flatMap(({ type }) => typesAround(type)),
]);
export const coreMembers: ReadonlySet<string> = new Set(members.split(' '));
export const coreRoots: ReadonlySet<string> = new Set(roots.split(' '));

/** Every type of a schema but those of members. @param names of the types of its documents */
export function typesBeside(names: readonly string[]): Iterable<string> {
  const nested = new Set(names.flatMap((name) => nestedEndings.map((ending) => `${name}${ending}`)));
  const all = new Set([...coreTypes, ...names.flatMap(typesAround)]);
  return [...all].filter((name) => !nested.has(name));
}

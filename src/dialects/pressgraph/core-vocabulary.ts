/**
 * What the graph of every site calls things, and how it makes names of the name of a type: names that the types, lists and fields
 * of a site's own can not have. A test holds them to the schema.
 */
import { capitalized, coreNames } from './names.ts';

/** Types that every schema has, and those that may come. */
const types =
  'AddressForm AuthorSelector Block BlockList BlockSource Boolean Breadcrumb Content ContentConnection ContentEdge ContentHeading ContentImage ContentLink ContentOrderBy ContentOrderField ContentSearchColumn ContentType ContentWhere DateArchive DateTime Float ID ImageFit ImageFormat ImageMeta Int JSON LinkForm LocalDateTime MatchOperator MediaSize MediaTypeFilter Menu MenuBy MenuItem MenuSource Mutation Node OpenGraph OrderDirection OtherBlock PageInfo PostFormat PostFormatConnection PostStatus Query RelatedContent Resolution ResolvedRedirect Revision SafeInt SearchPage SearchResult SearchResultConnection SearchResultEdge Seo SeoImage SeoSource Settings Site SitePath SitePathConnection SitePathCount SitePathEdge String Subscription Taxonomy Term TermOrderBy TermOrderField TermSelector TextFormat TwitterCard User Viewer';

/** Fields of what has an id, and filters: a list stands among these, where documents have terms and terms have documents. */
const members =
  'acf after allowedMethods altText ancestors archive archives archiveUri attachments author authorEmail authorName authors authorUrl avatar before blocks breadcrumbs canonical capabilities caption categories category children classList comment commentCount comments commentStatus content contents contentType contentTypes count cssClasses customFields databaseId date dateFormat dateGmt day description excerpt exclude excludeAuthors excludeCategories excludeParents excludeTags featuredMedia fileSize format formats frontPage gmtOffset guid hasArchive hasPublishedPosts headings height hideEmpty hierarchical home icon iconUrl id imageMeta images include isFrontPage isPostsPage isPrivacyPage isProtected items label language link links locations logo media mediaDetails mediaItems mediaType menuOrder meta mimeType modified modifiedAfter modifiedBefore modifiedGmt month name next node nodes page pages parent parents paths pingStatus post postFormats posts postsPage postsPerPage previous privacyPage query readingTime rel related replies rest restBase restNamespace restRoute restUrl results revisionCount robots roles search searchColumns searchExactly seo showOnFront site sizes slug slugs source sourceUrl srcSet startOfWeek status statuses sticky stickyFirst tag tags target taxonomies taxonomy taxonomyRelation template terms timeFormat timezone title topLevel type types uri url width wordCount year';

/** Fields of the root, and those that may come. */
const roots =
  'archive archives author authors categories category comment comments content contents contentType contentTypes media mediaItems menu menuItem menuItems menus node nodeByUri nodes page pages paths post postFormat postFormats posts resolve revision revisions search seo settings site statuses tag tags taxonomies taxonomy term terms user users viewer';

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

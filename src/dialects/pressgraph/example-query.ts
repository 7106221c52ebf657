/**
 * The query that a newcomer finds in GraphiQL: the latest posts, and below them something of the site's own.
 * Knows how often it asks WordPress, and says so.
 */
import { coreSite, type Resource } from '../../wordpress/resources.ts';
import type { Draft } from './draft.ts';
import { fieldNames } from './field-names.ts';

const coreTypes = new Set(coreSite.resources.map(({ type }) => type));
/** Few enough to be seen at once. */
const mostFields = 2;
/** What the posts take: themselves, and all of their authors, categories and images. */
const usualRequests = 4;
const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];

export function exampleQuery(draft: Draft): string {
  const isOwn = ({ type }: Resource) => !coreTypes.has(type);
  const own = draft.registry.ofFamily('content').find(isOwn);
  const sorting = draft.registry.ofFamily('term').filter(({ type }) => own?.taxonomies.includes(type));
  const taxonomy = sorting.find(isOwn) ?? sorting[0];
  const requests = usualRequests + (own ? 1 : 0) + (taxonomy ? 1 : 0);
  return `# Welcome to pressgraph. Ctrl+Enter runs this
# query. It asks WordPress ${numbers[requests]} times, however
# many posts it lists.
query LatestPosts {
  posts(first: 10) {
    totalCount
    nodes {
      title(format: TEXT)
      author { name }
      categories { name }
      featuredMedia { sourceUrl }
    }
  }
${own ? ownList(draft, own, taxonomy) : ''}}
`;
}

/** A type that only this site has. */
function ownList(draft: Draft, own: Resource, taxonomy: Resource | undefined): string {
  const lines = [
    ...(own.properties.has('title') ? ['title(format: TEXT)'] : ['slug']),
    ...(taxonomy ? [`${draft.namesOf(taxonomy).many} { name }`] : []),
    ...customFields(own),
  ];
  return `  # A type of this site's own.
  ${draft.namesOf(own).many}(first: 3) {
    nodes {
${lines.map((line) => `      ${line}\n`).join('')}    }
  }
`;
}

/** Some of its custom fields that are values, as the site lists them. */
function customFields({ members }: Resource): string[] {
  const registered = members.find(({ name }) => name === 'meta')?.value;
  if (registered?.kind !== 'object') return [];
  const names = fieldNames(
    registered.members.map(({ name }) => name),
    new Set(),
  );
  const shown = registered.members
    .filter(({ value }) => value.kind !== 'object' && !(value.kind === 'list' && value.items.kind === 'object'))
    .slice(0, mostFields)
    .flatMap(({ name }) => names.get(name) ?? []);
  return shown.length > 0 ? [`customFields { ${shown.join(' ')} }`] : [];
}

/**
 * The table of filters: each with its name, the REST argument that it becomes, the kind of value that it takes, and what it
 * means to a client. One table for each family; what a collection lacks is not offered (see `filters.ts`).
 */
import type { Resource } from '../wordpress/resources.ts';
import {
  boolean,
  described,
  exactly,
  exceptIds,
  exceptTerms,
  exceptUsers,
  type FilterKind,
  idOf,
  idsOf,
  matchOperator,
  mediaType,
  parentOf,
  type ReadFilter,
  searchColumns,
  slugs,
  termsOf,
  text,
  texts,
  time,
  topLevel,
  usersOf,
  wholeNumber,
} from './filter-kinds.ts';
import type { Registry } from './registry.ts';

export interface Filter {
  readonly name: string;
  /** The REST argument that it becomes, or the first of these. */
  readonly argument: string;
  readonly kind: FilterKind;
  readonly description: string;
  readonly read: ReadFilter;
}

/** What the tables need to know of a schema's names. */
export interface FilterNames {
  /** What documents are called in sentences: `category`, `categories`. */
  wordsOf(resource: Resource): { readonly one: string; readonly many: string };
  /** The name of the list of a taxonomy's terms: `categories`. */
  listOf(taxonomy: Resource): string;
  /** Names for arguments that a site has added, none of which is taken, by what WordPress calls them. */
  namesOf(arguments_: readonly string[], taken: ReadonlySet<string>): ReadonlyMap<string, string>;
}

function row(name: string, argument: string, kind: FilterKind, description: string): Filter {
  return { name, argument, kind, description, read: kind.read(argument) };
}

export function contentFilters(resource: Resource, registry: Registry, names: FilterNames): Filter[] {
  const { many } = names.wordsOf(resource);
  return [...content([resource], registry), ...tree(resource, many), ...sorting(resource, registry, names)];
}

/** Those that content of several types has in common. */
export function sharedFilters(resources: readonly Resource[], registry: Registry): Filter[] {
  return content(resources, registry);
}

function content(resources: readonly Resource[], registry: Registry): Filter[] {
  const users = registry.ofFamily('user');
  return [
    row('search', 'search', text, 'Words that must all occur. A leading hyphen excludes a word.'),
    row(
      'searchColumns',
      'search_columns',
      searchColumns,
      'Where `search` looks; everywhere by default. WordPress 6.1 and later.',
    ),
    row(
      'searchExactly',
      'search_semantics',
      exactly,
      'Whether a searched field must be just the text of `search`. WordPress 6.7 and later; ignored before.',
    ),
    ...chosen(resources, ' Without effect beside `include`.'),
    row('authors', 'author', usersOf(users), 'Only those by one of these authors.'),
    row('excludeAuthors', 'author_exclude', exceptUsers(users), 'None by these authors.'),
    row('after', 'after', time, "Published after this moment of the site's clock, exclusive."),
    row('before', 'before', time, "Published before this moment of the site's clock, exclusive."),
    row('modifiedAfter', 'modified_after', time, "Changed after this moment of the site's clock, exclusive."),
    row('modifiedBefore', 'modified_before', time, "Changed before this moment of the site's clock, exclusive."),
    row(
      'status',
      'status',
      texts,
      'Statuses, e.g. `draft`. Any but the public one needs credentials with the right to edit.',
    ),
  ];
}

/** By ids and slugs of the documents themselves. */
function chosen(resources: readonly Resource[], ofExclude = ''): Filter[] {
  return [
    row('include', 'include', idsOf(resources), 'Only these: global or WordPress ids.'),
    row('exclude', 'exclude', exceptIds(resources), `All but these: global or WordPress ids.${ofExclude}`),
    row('slugs', 'slug', slugs, 'Only those with one of these slugs, encoded or decoded.'),
  ];
}

/** Of what has parents of its own kind, and a place among its siblings. */
function tree(resource: Resource, many: string): Filter[] {
  return [
    row('parents', 'parent', idsOf([resource]), `Only children of these ${many}: global or WordPress ids.`),
    row(
      'excludeParents',
      'parent_exclude',
      exceptIds([resource]),
      `No children of these ${many}: global or WordPress ids.`,
    ),
    row('topLevel', 'parent', topLevel, `Only ${many} without a parent, or only those with one.`),
    row('menuOrder', 'menu_order', wholeNumber, `Only ${many} with this place in the order that editors gave.`),
  ];
}

/** By the terms of each taxonomy, and what only dated entries have. */
function sorting(resource: Resource, registry: Registry, names: FilterNames): Filter[] {
  const { many } = names.wordsOf(resource);
  const taxonomies = registry.ofFamily('term').filter(({ type }) => resource.taxonomies.includes(type));
  const lists = taxonomies.map((taxonomy) => `\`${names.listOf(taxonomy)}\``);
  return [
    ...taxonomies.flatMap((taxonomy) => {
      const list = names.listOf(taxonomy);
      const these = `${taxonomy.properties.has('parent') ? 'in' : 'with'} these ${names.wordsOf(taxonomy).many}`;
      return [
        row(list, taxonomy.name, termsOf(taxonomy), `Only ${many} ${these}.`),
        row(
          `exclude${list.charAt(0).toUpperCase()}${list.slice(1)}`,
          `${taxonomy.name}_exclude`,
          exceptTerms(taxonomy),
          `No ${many} ${these}; \`operator\` has no effect.`,
        ),
      ];
    }),
    row('taxonomyRelation', 'tax_relation', matchOperator, `How ${lists.join(' and ')} combine; AND by default.`),
    row('sticky', 'sticky', boolean, `Only sticky ${many}, or only others.`),
    row(
      'formats',
      'format',
      texts,
      `Only ${many} of these formats, e.g. \`quote\`. WordPress 6.7 and later; ignored before.`,
    ),
  ];
}

export function mediaFilters(resource: Resource, registry: Registry): Filter[] {
  const owners = registry.ofFamily('content');
  return [
    ...content([resource], registry),
    row('parents', 'parent', idsOf(owners), 'Only what was uploaded to these posts or pages: global or WordPress ids.'),
    row(
      'excludeParents',
      'parent_exclude',
      exceptIds(owners),
      'Nothing that was uploaded to these: global or WordPress ids.',
    ),
    row('mediaType', 'media_type', mediaType, 'Only this kind of media.'),
    row('mimeType', 'mime_type', text, 'Only this MIME type, e.g. `image/png`.'),
  ];
}

function named(resource: Resource): Filter[] {
  return [
    row('search', 'search', text, 'Text that must occur in the name or another searchable field.'),
    ...chosen([resource], ' Without effect beside `include`.'),
  ];
}

export function termFilters(resource: Resource, registry: Registry, names: FilterNames): Filter[] {
  const { one } = names.wordsOf(resource);
  const sorted = registry.ofFamily('content').filter(({ taxonomies }) => taxonomies.includes(resource.type));
  const sortedOnes = sorted.map((each) => names.wordsOf(each).one).join(' or ');
  return [
    ...named(resource),
    row('hideEmpty', 'hide_empty', boolean, 'Leave out terms that no published post carries.'),
    row('post', 'post', idOf(sorted), `Only terms of this ${sortedOnes}: its global or WordPress id.`),
    row(
      'parent',
      'parent',
      parentOf(resource),
      `Only children of this ${one}: its global or WordPress id, 0 for the top level.`,
    ),
  ];
}

export function userFilters(resource: Resource): Filter[] {
  return [
    ...named(resource),
    row('roles', 'roles', texts, 'Only users with one of these roles; needs the right to list users.'),
    row(
      'capabilities',
      'capabilities',
      texts,
      'Only users with one of these capabilities; needs the right to list users.',
    ),
    row(
      'hasPublishedPosts',
      'has_published_posts',
      texts,
      'Only users who published something of these post types; needs the right to list users beyond what the site shows anyone.',
    ),
  ];
}

export function commentFilters(resource: Resource, registry: Registry): Filter[] {
  const users = registry.ofFamily('user');
  const [include, exclude] = chosen([resource]);
  return [
    row('search', 'search', text, 'Text that must occur in the comment.'),
    ...[include, exclude].flatMap((each) => each ?? []),
    row(
      'posts',
      'post',
      idsOf(registry.ofFamily('content', 'media')),
      'Only comments on these: global or WordPress ids.',
    ),
    row('parents', 'parent', idsOf([resource]), 'Only replies to these comments: global or WordPress ids.'),
    row(
      'excludeParents',
      'parent_exclude',
      exceptIds([resource]),
      'No replies to these comments: global or WordPress ids.',
    ),
    row('topLevel', 'parent', topLevel, 'Only comments that reply to none, or only replies.'),
    row('authors', 'author', idsOf(users), 'Only by these registered users; needs the right to edit posts.'),
    row(
      'excludeAuthors',
      'author_exclude',
      exceptIds(users),
      'Not by these registered users; needs the right to edit posts.',
    ),
    row('authorEmail', 'author_email', text, 'Only from this e-mail address; needs the right to edit posts.'),
    row('after', 'after', time, "Written after this moment of the site's clock, exclusive."),
    row('before', 'before', time, "Written before this moment of the site's clock, exclusive."),
    row(
      'status',
      'status',
      text,
      '`approve` (the default), `hold`, `spam` or `trash`; any but the default needs the right to moderate.',
    ),
    row('type', 'type', text, 'Type of comment, `comment` by default; others need the right to edit posts.'),
  ];
}

/** Arguments that a site or its plugins have added to a collection. */
export function addedFilters({ arguments: added }: Resource, taken: ReadonlySet<string>, names: FilterNames): Filter[] {
  const given = names.namesOf(
    added.map(({ name }) => name),
    taken,
  );
  return added.flatMap(({ name, description, value }) => {
    const ownName = given.get(name);
    const text = description.replace(/([^.!?])$/, '$1. ');
    return ownName === undefined
      ? []
      : [row(ownName, name, described(value), `${text}The site's own argument \`${name}\`.`)];
  });
}

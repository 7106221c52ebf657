/**
 * What the graph calls the types and taxonomies that are a site's own: made of its slugs, so that every name can be foretold, and
 * the same whatever order the site lists them in.
 *
 * A name that the graph has already gets a word behind it, that of the interface: `SiteContent`, `AuthorTerm`; then a number.
 */
import { ConfigError } from '../../config-error.ts';
import { asLine } from '../../wordpress/http/messages.ts';
import { isOfCore, type Resource } from '../../wordpress/resources.ts';
import { coreMembers, coreRoots, coreTypes, fieldsAround, looksMade, typesAround } from './core-vocabulary.ts';
import { capitalized, coreNames, type Names } from './names.ts';
import { camelCase, firstFree, lowered, pascalCase, pluralOf, spaced } from './words.ts';

/** What the graph calls a type or taxonomy instead of what would be made of its slug. */
export interface Rename {
  /** Its type, as `Film`; the field that looks one up is `film`. */
  readonly name?: string;
  /** The field that lists all, as `films`. */
  readonly plural?: string;
}

/** By slug. */
export type Renames = Readonly<Record<string, Rename>>;

/**
 * @param renames those of what the site does not have are left out of account
 * @throws ConfigError for one of core's own types, and for a name that something else has
 */
export function namesOfSite(resources: readonly Resource[], renames: Renames = {}): ReadonlyMap<Resource, Names> {
  const core = Object.keys(renames).find((slug) => Object.hasOwn(coreNames, slug));
  if (core !== undefined) {
    throw new ConfigError(
      `types.${core}: is "${coreNames[core]?.type}" on every site; only a site's own types and taxonomies can be renamed.`,
    );
  }
  const own = resources.filter((resource) => !isOfCore(resource)).sort(inOrder);
  const given = granted(own.flatMap((resource) => wishesOf(resource, renameOf(resource, own, renames))));
  return new Map(
    resources.flatMap((resource): [Resource, Names][] => {
      const names = isOfCore(resource) ? coreNames[resource.type] : namesWith(resource, given);
      return names ? [[resource, names]] : [];
    }),
  );
}

/** Content before terms, by slug. */
function inOrder(one: Resource, other: Resource): number {
  const keys = [one, other].map(({ family, type, route }) => `${family === 'term' ? 1 : 0} ${type} ${route}`);
  return keys[0] === keys[1] ? 0 : String(keys[0]) < String(keys[1]) ? -1 : 1;
}

/** A post type and a taxonomy may share a slug: then the post type is meant. */
function renameOf(resource: Resource, own: readonly Resource[], renames: Renames): Rename {
  const isMeant = own.find(({ type }) => type === resource.type) === resource;
  return (isMeant && Object.hasOwn(renames, resource.type) && renames[resource.type]) || {};
}

/** A name that is wanted for a resource. */
interface Wish {
  readonly resource: Resource;
  readonly of: 'type' | 'list';
  readonly name: string;
  /** Where the configuration says so, and what it calls it. */
  readonly source?: string;
  /** What it is made of where the name is taken, and the word behind that. */
  readonly stem: string;
  readonly ending: string;
}

function wishesOf(resource: Resource, { name, plural }: Rename): Wish[] {
  const type = name ?? pascalCase(resource.type);
  const one = camelCase(name ?? resource.type);
  const ending = resource.family === 'term' ? 'Term' : 'Content';
  const base = camelCase(resource.name.split('/').findLast((part) => part !== '') ?? '');
  const list = name === undefined && base !== one ? base : (pluralOf(one) ?? `all${capitalized(type)}`);
  const source = `types.${resource.type}`;
  return [
    { resource, of: 'type', name: type, stem: type, ending, ...(name && { source: `${source}.name` }) },
    {
      resource,
      of: 'list',
      name: plural ?? list,
      stem: one,
      ending: `${ending}s`,
      ...(plural && { source: `${source}.plural` }),
    },
  ];
}

type Granted = Readonly<Record<Wish['of'], ReadonlyMap<Resource, Wish>>>;

/** What the configuration says comes first; then who can have what is made of the slug; then the rest. */
function granted(wishes: readonly Wish[]): Granted {
  const owners = new Map<string, Wish | undefined>([...coreTypes, ...coreRoots].map((name) => [name, undefined]));
  const given = { type: new Map<Resource, Wish>(), list: new Map<Resource, Wish>() };
  const claims = ({ of, name }: Wish) => (of === 'type' ? [...typesAround(name), camelCase(name)] : fieldsAround(name));
  /** Who has it: another wish, or the graph itself. */
  const ownerOf = (wish: Wish): Wish | 'the graph' | undefined => {
    if (wish.of === 'list' && coreMembers.has(wish.name)) return 'the graph';
    const taken = claims(wish).find((name) => owners.has(name));
    return taken === undefined ? undefined : (owners.get(taken) ?? 'the graph');
  };
  const grant = (wish: Wish) => {
    for (const name of claims(wish)) owners.set(name, wish);
    given[wish.of].set(wish.resource, wish);
  };

  /** Whatever else the site has: another type would change the name otherwise. */
  const firstOwnerOf = (wish: Wish) => (wish.of === 'type' && looksMade(wish.name) ? 'the graph' : ownerOf(wish));

  for (const wish of wishes.filter(({ source }) => source)) {
    const owner = firstOwnerOf(wish);
    if (owner) throw refused(wish, owner);
    grant(wish);
  }
  const made = wishes.filter(({ source }) => !source);
  const late: Wish[] = [];
  for (const wish of [...made.filter(({ of }) => of === 'type'), ...made.filter(({ of }) => of === 'list')]) {
    const owner = firstOwnerOf(wish);
    if (owner && owner !== 'the graph' && owner.source) throw refused(owner, wish);
    if (owner) late.push(wish);
    else grant(wish);
  }
  for (const wish of late) {
    const name = firstFree(wish.stem, wish.ending, (name) => ownerOf({ ...wish, name }) === undefined);
    grant({ ...wish, name });
  }
  return given;
}

function refused({ source, name }: Wish, owner: Wish | 'the graph'): ConfigError {
  const by = owner === 'the graph' ? 'the graph itself' : `"${owner.resource.type}" of the site`;
  return new ConfigError(
    `${source}: "${name}" is what ${by} has already, or what is made for it; choose another name.`,
  );
}

/** It stands in the description of each of its fields. */
const longestLabel = 100;

function namesWith(resource: Resource, granted: Granted): Names | undefined {
  const [type, list] = [granted.type.get(resource), granted.list.get(resource)];
  if (!type || !list) return undefined;
  const one = spaced(type.source ? camelCase(type.name) : resource.type) || resource.type;
  const label = asLine(resource.label, longestLabel);
  const many = type.source || list.source || label === '' ? spaced(list.name) : lowered(label);
  const kind = resource.family === 'term' ? 'taxonomy' : 'type';
  const description = asLine(resource.description);
  const told = description === '' ? '' : ` In its words: ${description}`;
  return {
    type: type.name,
    one: camelCase(type.name),
    many: list.name,
    words: { one, many },
    description: `"${label || resource.type}", a ${kind} of the site's own.${told}`,
  };
}

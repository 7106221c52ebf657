/**
 * Which documents an address is likely to be that of, as one address of each kind shows how the site writes them. It is a guess
 * that decides what is asked first, and never what is there: a site may have addresses of any form.
 */
import { candidatesOf } from './address-candidates.ts';
import { type Candidates, frontPageType, postsType } from './address-parameters.ts';
import type { ContentTypeInfo } from './content-types.ts';
import type { Resource } from './resources.ts';
import type { AddressSample, Site } from './site.ts';
import { SiteAddress, uriOf } from './site-address.ts';
import { readId, readSlug } from './values.ts';

/** How the documents of one resource are addressed. */
interface Shape {
  /** What stands before their names: a text, or digits, such as those of a date. */
  readonly before: readonly string[];
  readonly ending: string;
  /** Whether a name is not the slug, and holds the id. */
  readonly hasId: boolean;
  /** Whether it is an id and nothing else. */
  readonly isNumber: boolean;
  /** Whether texts before a name are not always the same. */
  readonly varies: boolean;
  /** Whether more parts may stand before a name: those of its parents. */
  readonly isDeep: boolean;
  /** Whether it tells its documents from others. */
  readonly isDistinct: boolean;
}

/** Resources of which one has the address. */
export interface Likely {
  readonly resources: readonly Resource[];
  /** Whether no others are likely. */
  readonly isDistinct: boolean;
  /** Whether the site sends browsers from there to another address of the same. */
  readonly isMoved: boolean;
}

const digits = /^\d+$/;

export class AddressShapes {
  readonly #site: AddressedSite;
  readonly #shapes: ReadonlyMap<Resource, Shape>;
  /** Whether paths end in a slash; `undefined` where nothing shows it. */
  readonly endsInSlash: boolean | undefined;

  constructor(site: AddressedSite) {
    this.#site = site;
    const found = site.resources.flatMap((resource): { resource: Resource; shape: Shape; path: string }[] => {
      const sample = site.addresses.get(resource.route);
      const address = typeof sample?.link === 'string' ? SiteAddress.read(sample.link, site) : undefined;
      const shape = sample && address && shapeOf(resource, sample, address);
      return shape ? [{ resource, shape, path: address.path }] : [];
    });
    this.#shapes = new Map(found.map(({ resource, shape }) => [resource, shape]));
    const shown = found.find(({ path }) => path.length > 1 && !/\.[a-z]+$/i.test(path));
    this.endsInSlash = shown?.path.endsWith('/');
  }

  likely(address: SiteAddress): Likely {
    const addressed = this.#site.resources.filter(({ family }) => family !== 'comment');
    if (address.hasNoPath) {
      const certain = addressed.filter((resource) => isNamed(candidatesOf(address, resource)));
      return { resources: certain, isDistinct: certain.length === 1, isMoved: this.#shapes.size > 0 };
    }
    const { parts } = address;
    const matching = addressed.filter((resource) => {
      const shape = this.#shapes.get(resource);
      return shape?.isDistinct && matches(parts, shape) && !this.#isShared(shape);
    });
    if (matching.length > 0) return { resources: matching, isDistinct: matching.length === 1, isMoved: false };
    const anywhere = addressed.filter((resource) => this.#isAnywhere(resource));
    return { resources: anywhere, isDistinct: false, isMoved: false };
  }

  /** What stands before the names of a resource's documents, if that is the same for all. */
  baseOf(resource: Resource): readonly string[] | undefined {
    const shape = this.#shapes.get(resource);
    return shape && !shape.varies ? shape.before : undefined;
  }

  /** How the names of its documents stand in addresses: an id is asked for at once. */
  hasId(resource: Resource): boolean {
    return this.#shapes.get(resource)?.hasId ?? false;
  }

  /** Whether others stand below what stands before the names of these and of their parents: then it tells none of them. */
  #isShared({ isDeep, before }: Shape): boolean {
    const isAbove = (other: Shape) =>
      other.before.length > before.length && before.every((part, at) => part === other.before[at]);
    return isDeep && [...this.#shapes.values()].some(isAbove);
  }

  /** Whether nothing in its addresses tells its documents from others: pages, posts by name, what was uploaded to either. */
  #isAnywhere(resource: Resource): boolean {
    const shape = this.#shapes.get(resource);
    return resource.family === 'media' || (resource.family === 'content' && shape?.isDistinct === false);
  }
}

type AddressedSite = Pick<Site, 'home' | 'resources' | 'addresses'>;

function isNamed({ isCertain, ids, slugs }: Candidates): boolean {
  return isCertain && ids.length + slugs.length > 0;
}

function shapeOf(resource: Resource, { id, slug, parent }: AddressSample, { parts }: SiteAddress): Shape | undefined {
  const { family, type, hierarchical } = resource;
  const last = parts.at(-1);
  if (last === undefined || family === 'media') return undefined;
  const [ending = ''] = /\.[a-z\d]{1,5}$/.exec(last) ?? [];
  const name = last.slice(0, last.length - ending.length);
  const own = readSlug(slug);
  const hasId = family === 'content' && (name.match(/\d+/g) ?? []).some((number) => readId(number) === id);
  if (!hasId && !(own && name.includes(own))) return undefined;
  const above = parts.slice(0, -1);
  // How many of the parts are parents, one address does not show.
  const before = hierarchical && readId(parent) !== null ? above.slice(0, 1) : above;
  const common = { before, ending, hasId: hasId && name !== own, isNumber: hasId && digits.test(name) };
  const isOfCore = family === 'content' && (type === postsType || type === frontPageType);
  if (!isOfCore) return { ...common, isDeep: hierarchical, isDistinct: before.length > 0, varies: false };
  // Of posts a part may be a category or an author, and pages stand anywhere.
  const isDistinct = !hierarchical && (common.isNumber || ending !== '' || before.some((part) => digits.test(part)));
  return { ...common, isDeep: hierarchical, isDistinct, varies: true };
}

function matches(parts: readonly string[], { before, ending, isNumber, isDeep, varies }: Shape): boolean {
  const name = parts.at(-1) ?? '';
  const above = parts.slice(0, -1);
  if (!name.endsWith(ending) || (isNumber && !digits.test(name.slice(0, name.length - ending.length)))) return false;
  if (isDeep ? above.length < before.length : above.length !== before.length) return false;
  return before.every((part, at) => (digits.test(part) ? digits.test(above[at] ?? '') : varies || above[at] === part));
}

/**
 * The type whose archive stands at an address.
 * @param isThere whether it is known that there is an archive: what it is called is enough then, wherever it stands
 */
export function typeArchivedAt(
  address: SiteAddress,
  { contentTypes, resources }: Pick<Site, 'contentTypes' | 'resources'>,
  shapes: AddressShapes,
  isThere: boolean,
): ContentTypeInfo | null {
  const archived = contentTypes.filter(({ hasArchive }) => hasArchive !== false);
  if (address.hasNoPath) return archived.find(({ name }) => name === address.parameter('post_type')) ?? null;
  const path = address.parts.join('/');
  const isAt = (base: string) => (isThere ? `/${path}`.endsWith(`/${base}`) : path === base);
  const own = archived.find(({ name, hasArchive }) => {
    if (typeof hasArchive === 'string') return isAt(hasArchive.toLowerCase());
    const resource = resources.find(({ type, family }) => type === name && family === 'content');
    const base = resource && shapes.baseOf(resource);
    return base !== undefined && base.length > 0 && path === base.join('/');
  });
  if (own || !isThere) return own ?? null;
  return archived.find(({ name, restBase }) => isAt(name) || isAt(restBase)) ?? null;
}

/** Where the archive of a type is, as the address of one of its documents shows; `null` where that does not show it. */
export function archiveUriOf(
  { name, hasArchive }: ContentTypeInfo,
  { link, slug, parent }: Omit<AddressSample, 'id'>,
  home: string,
): string | null {
  const uri = uriOf(link, home);
  if (uri === null || hasArchive === false || readId(parent) !== null) return null;
  const { pathname, searchParams } = new URL(uri, home);
  if (pathname === '/' && searchParams.size > 0) return `/?post_type=${encodeURIComponent(name)}`;
  const parts = pathname.split('/').filter((part) => part !== '');
  if (parts.length < 2 || readSlug(parts.at(-1)) !== readSlug(slug)) return null;
  const before = parts.slice(0, -1);
  // Of several parts some may stand before all addresses: which, one address does not show.
  if (hasArchive !== true && before.length > 1) return null;
  const base = hasArchive === true ? before : [hasArchive];
  return `/${base.join('/')}${pathname.endsWith('/') ? '/' : ''}`;
}

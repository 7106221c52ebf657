/**
 * What stands at an address of the site, whatever it is: what a browser would find there.
 * Knows in which order what may know of it is asked, so that one address costs few requests and many together cost hardly more:
 * what is known, the documents that it is likely to be that of, the page itself, and all documents where that says nothing.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { allOf, caught } from '../maybe-promise.ts';
import { isNoPage, searchedIn } from '../wordpress/address-kinds.ts';
import { frontPageType, isFrontPage, postsType } from '../wordpress/address-parameters.ts';
import type { Likely } from '../wordpress/address-shapes.ts';
import type { ContentTypeInfo } from '../wordpress/content-types.ts';
import type { Sight } from '../wordpress/http/front-end.ts';
import type { Resource } from '../wordpress/resources.ts';
import { resourceAt, resourceOfType } from '../wordpress/site.ts';
import { SiteAddress, uriOf } from '../wordpress/site-address.ts';
import { lookUpAt, lookUpLinked, lookUpShown, readGivenAddress } from './address-look-ups.ts';
import { archiveAt } from './addressed-archives.ts';
import type { GraphContext } from './context.ts';
import type { GraphNode } from './node.ts';
import type { OtherNode } from './other-node.ts';
import { SearchPage } from './search-page.ts';

/** What may stand at an address. */
export type AddressedNode = GraphNode | ContentTypeInfo | OtherNode;

/** What a browser would find. */
export interface Resolved {
  readonly node: AddressedNode | null;
  /** Where it would be sent. */
  readonly redirect: Redirect | null;
  /** HTTP's status code. */
  readonly status: number;
  /** Which page of a list or of a long text, where the address says so. */
  readonly page: number | null;
}

export interface Redirect {
  /** Below the front page, with a slash in front. */
  readonly location: string;
  readonly status: number;
}

/**
 * @returns `null` for what is no page of the site: foreign hosts, files, the REST API, what editors and programs use
 * @throws PressgraphError `BAD_USER_INPUT` where it is no address
 */
export async function resolveAddress(
  uri: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<Resolved | null> {
  const { site } = context.loaders;
  const address = readGivenAddress('uri', uri, site);
  if (!address || isNoPage(address, site.root)) return null;
  const { page } = address;
  return { page, ...(await new Resolving(address, context, info).resolve()) };
}

/** As `resolveAddress`, what stands there alone: nothing where a browser would be sent elsewhere. */
export async function nodeAt(
  uri: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<AddressedNode | null> {
  return (await resolveAddress(uri, context, info))?.node ?? null;
}

type Outcome = Omit<Resolved, 'page'> & { readonly page?: number };

function found(node: AddressedNode): Outcome {
  return { node, redirect: null, status: 200 };
}

function nothing(status: number): Outcome {
  return { node: null, redirect: null, status };
}

/** One address while it is resolved. */
class Resolving {
  readonly #address: SiteAddress;
  readonly #context: GraphContext;
  readonly #info: GraphQLResolveInfo;
  /** Whose documents have been looked through. */
  readonly #tried = new Set<Resource>();
  /** What has the address, and has another one besides: where the page does not say what a browser finds, that is where it is sent. */
  #moved: GraphNode | null = null;

  constructor(address: SiteAddress, context: GraphContext, info: GraphQLResolveInfo) {
    this.#address = address;
    this.#context = context;
    this.#info = info;
  }

  async resolve(): Promise<Outcome> {
    const [address, { site, shapes }] = [this.#address, this.#context.loaders];
    if (address.commentId !== null) {
      const comment = await this.#among(site.resources.filter(({ family }) => family === 'comment'));
      // Without it, a browser shows the page all the same.
      if (comment) return found(comment);
    }
    const words = searchedIn(address);
    if (words !== null) return found(new SearchPage(words));
    if (isFrontPage(address, site)) return this.#front();
    const linked = await lookUpLinked(address, this.#context, this.#info);
    if (linked) return found(linked);
    const likely = shapes.likely(address);
    if (await this.#isSoonerFound(likely)) {
      const node = await this.#among(likely.resources);
      if (node && (!likely.isMoved || this.#isAddressOf(node))) return found(node);
      this.#moved = node;
    }
    const sight = await caught(() => this.#context.loaders.shownAt(address));
    if (!(sight instanceof Error)) return this.#asShown(sight, likely);
    const told = await this.#untold(likely, 404);
    // What no document has may be a redirect, or an archive: that nothing is there, nobody has said.
    if (told.status === 404) throw sight;
    return told;
  }

  /** Whether to look through the likely documents before the page is asked: that brings all that is wanted of one at once. */
  async #isSoonerFound({ resources, isDistinct, isMoved }: Likely): Promise<boolean> {
    const { loaders } = this.#context;
    // Of what only some may see the page says nothing.
    if (!loaders.frontEndTells || loaders.authenticated) return true;
    if (isMoved || resources.length === 0) return false;
    return isDistinct || resources.length <= (await loaders.addressesAtOnce());
  }

  async #asShown(sight: Sight | null, likely: Likely): Promise<Outcome> {
    switch (sight?.kind) {
      case 'document':
        return this.#document(sight);
      case 'redirect':
        return this.#redirect(sight);
      case 'missing':
        return nothing(sight.status);
      case 'page':
        return this.#foundOr(await this.#archiveOrPage(true), sight.status);
      default:
        return this.#untold(likely, sight?.status ?? 404);
    }
  }

  async #document({ document, status }: Extract<Sight, { kind: 'document' }>): Promise<Outcome> {
    const resource = resourceAt(this.#context.loaders.site, document.route);
    const node = resource && (await lookUpShown(resource, document.id, this.#context, this.#info));
    if (!node) return nothing(status);
    const [, part] = /\/(\d{1,9})\/?$/.exec(this.#address.path) ?? [];
    return { node, redirect: null, status, ...(part && !this.#isAddressOf(node) && { page: Number(part) }) };
  }

  /** What was uploaded may have no page but its file: it has its address all the same. */
  async #redirect({ location, status }: Extract<Sight, { kind: 'redirect' }>): Promise<Outcome> {
    const { site } = this.#context.loaders;
    const target = SiteAddress.read(location, site);
    const isFile = target && isNoPage(target, site.root);
    const node = isFile ? await this.#among(site.resources.filter(({ family }) => family === 'media')) : null;
    return { node, redirect: { location, status }, status };
  }

  /** Where the page does not say what it shows, the documents do. */
  async #untold({ resources, isMoved }: Likely, status: number): Promise<Outcome> {
    const { site } = this.#context.loaders;
    const others = site.resources.filter(({ family }) => family !== 'comment');
    const document = this.#moved ?? (await this.#among(resources));
    const node = document ?? (await this.#archiveOrPage(false)) ?? (await this.#among(others));
    const link = node && isMoved && !this.#isAddressOf(node) ? linkOf(node, site.home) : null;
    if (link !== null) return { node: null, redirect: { location: link, status: 301 }, status: 301 };
    return this.#foundOr(node, status);
  }

  async #front(): Promise<Outcome> {
    const { site } = this.#context.loaders;
    const pages = resourceOfType(site, frontPageType);
    const page = pages && (await this.#among([pages]));
    return this.#foundOr(page ?? site.contentTypes.find(({ name }) => name === postsType) ?? null, 200);
  }

  /** A page that shows no document, and yet may be one: the page of posts. */
  async #archiveOrPage(isThere: boolean): Promise<AddressedNode | null> {
    const archive = await archiveAt(this.#address, this.#context, isThere);
    if (archive) return archive;
    const pages = isThere && resourceOfType(this.#context.loaders.site, frontPageType);
    return pages ? this.#among([pages]) : null;
  }

  #foundOr(node: AddressedNode | null, status: number): Outcome {
    return node ? found(node) : nothing(status);
  }

  #isAddressOf(node: AddressedNode): boolean {
    return !('document' in node) || this.#address.isOf(node.document, node.resource);
  }

  /** The one of several resources that has a document there; where one cannot say and no other has it, its failure. */
  async #among(resources: readonly Resource[]): Promise<GraphNode | null> {
    const open = resources.filter((resource) => !this.#tried.has(resource));
    for (const resource of open) this.#tried.add(resource);
    const lookUp = (resource: Resource) => lookUpAt(resource, this.#address, this.#context, this.#info);
    const asked = await allOf(open, (resource) => caught(() => lookUp(resource)));
    for (const each of asked) if (each && !(each instanceof Error)) return each;
    for (const each of asked) if (each) throw each;
    return null;
  }
}

function linkOf(node: AddressedNode, home: string): string | null {
  return 'document' in node ? uriOf((node.document as { readonly link?: unknown }).link, home) : null;
}

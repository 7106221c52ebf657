/**
 * Where the ids lead that a resource's documents hold in ACF's fields at the top, each by the document's own links.
 * Where these do not tell of which kind a field is, since two fields hold the same id, other documents of the resource are read
 * for it, once for an operation; what they do not tell either is not guessed.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { andThen, type MaybePromise } from '../../maybe-promise.ts';
import { AcfLinks, acfFields, acfProperty, acfReads, type Counted, countedAs } from '../../wordpress/acf-links.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import type { ItemLink } from '../../wordpress/links.ts';
import { Properties } from '../../wordpress/properties.ts';
import { largestPage, type Resource } from '../../wordpress/resources.ts';
import type { ValueSchema } from '../../wordpress/value-schema.ts';
import { readIds, readMember } from '../../wordpress/values.ts';
import type { GraphContext } from '../context.ts';
import type { GraphNode } from '../node.ts';
import { follow, gathered } from '../relations.ts';

/** A field at the top of `acf`. */
interface AcfField {
  readonly name: string;
  readonly isOne: boolean;
}

/** Only what is asked for other documents than those of the operation. */
const needs = { total: false, cursors: false, hasNextPage: false, hasPreviousPage: false };

export class AcfRelations {
  readonly #from: Resource;
  readonly #targets: readonly Resource[];
  readonly #fields: ReadonlyMap<string, ValueSchema>;
  readonly #links = new WeakMap<RestDocument, AcfLinks>();
  readonly #others = new WeakMap<GraphContext, Promise<readonly AcfLinks[]>>();

  /** @param targets where its links may lead: the resources of the schema */
  constructor(from: Resource, targets: readonly Resource[]) {
    this.#from = from;
    this.#targets = targets;
    this.#fields = acfFields(from);
  }

  /** `null` where it cannot be told of which kind the ids are, or they are none. */
  follow(
    { document }: GraphNode,
    { name, isOne }: AcfField,
    held: unknown,
    context: GraphContext,
    info: GraphQLResolveInfo,
  ): MaybePromise<GraphNode | GraphNode[] | null> {
    const ids = readIds(held);
    if (ids === null || (isOne && ids.length !== 1)) return null;
    if (ids.length === 0) return [];
    const links = this.#linksOf(document, context);
    return andThen(links.kindOf(name) ?? this.#kindElsewhere(links, ids, name, context), (kind) => {
      if (kind === undefined) return null;
      const followOne = (id: number) => this.#followLink(links.linkOf(id, kind), kind, context, info);
      return isOne ? followOne(ids[0] as number) : gathered(ids, followOne, context, info);
    });
  }

  #followLink(
    link: ItemLink | undefined,
    kind: Counted,
    context: GraphContext,
    info: GraphQLResolveInfo,
  ): MaybePromise<GraphNode | null> {
    const resource = link && this.#resourceAt(link.route, kind);
    return resource ? follow(resource, resource, link.id, context, info) : null;
  }

  /** ACF writes core's namespace for whatever type. */
  #resourceAt(route: string, kind: Counted): Resource | undefined {
    const targets = this.#targets.filter(({ family }) => countedAs(family) === kind);
    return targets.find((target) => target.route === route) ?? targets.find(({ name }) => route === `/wp/v2/${name}`);
  }

  #linksOf(document: RestDocument, { loaders }: GraphContext): AcfLinks {
    let links = this.#links.get(document);
    if (!links) {
      const linked = (rel: string) => loaders.relations.allLinked(document, rel);
      links = new AcfLinks(readMember(document, acfProperty), this.#fields, linked);
      this.#links.set(document, links);
    }
    return links;
  }

  /** As what other documents have the ids of a field counted, where all that tell of it agree. */
  #kindElsewhere(
    links: AcfLinks,
    ids: readonly number[],
    name: string,
    context: GraphContext,
  ): MaybePromise<Counted | undefined> {
    if (!links.hasAny(ids)) return undefined;
    return andThen(this.#othersFor(context), (others) => {
      const [kind, ...different] = new Set(others.flatMap((other) => other.kindOf(name) ?? []));
      return different.length === 0 ? kind : undefined;
    });
  }

  #othersFor(context: GraphContext): Promise<readonly AcfLinks[]> {
    let others = this.#others.get(context);
    if (!others) {
      others = this.#readOthers(context);
      this.#others.set(context, others);
    }
    return others;
  }

  async #readOthers(context: GraphContext): Promise<readonly AcfLinks[]> {
    const { route, skips } = this.#from;
    const listing = { route, query: {}, order: { orderby: 'id', direction: 'desc' as const }, pagedOnly: !skips };
    const documents = Properties.of('id', ...acfReads);
    const { entries } = await context.loaders.page(listing, { first: largestPage }, { ...needs, documents });
    return entries.map(({ document }) => this.#linksOf(document, context));
  }
}

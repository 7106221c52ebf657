/**
 * A schema while it is made: the site, what its resources are called, and the types that fields lead to before each of these
 * is defined.
 */
import type { DescribedSite } from '../../graph/dialect.ts';
import type { IndexNode } from '../../graph/fields/site.ts';
import type { Filter } from '../../graph/filter-tables.ts';
import { filtersOf } from '../../graph/filters.ts';
import { type Identities, needsLargeIds } from '../../graph/ids.ts';
import type { Offer } from '../../graph/lists.ts';
import type { GraphNode } from '../../graph/node.ts';
import { type OrderBy, Orders } from '../../graph/orders.ts';
import type { NodePage } from '../../graph/paging.ts';
import { Registry } from '../../graph/registry.ts';
import { memoized } from '../../memoized.ts';
import type { ContentTypeInfo, TaxonomyInfo } from '../../wordpress/content-types.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { type Builder, createBuilder, type InterfaceType, type ObjectType } from './builder.ts';
import { base64Ids } from './ids.ts';
import { defineInputs, type Inputs } from './inputs.ts';
import type { Names, Vocabulary } from './names.ts';

/** Whatever has a global id. */
export type AnyNode = GraphNode | IndexNode | ContentTypeInfo | TaxonomyInfo;

export class Draft implements Vocabulary {
  readonly builder: Builder = createBuilder();
  readonly registry: Registry;
  readonly identities: Identities;
  /** The scalar of WordPress' own ids. */
  readonly databaseId: 'Int' | 'SafeInt';
  readonly inputs: Inputs;
  readonly anyNode: InterfaceType<AnyNode>;
  readonly content: InterfaceType<GraphNode>;
  readonly term: InterfaceType<GraphNode>;
  readonly contentType: ObjectType<ContentTypeInfo>;
  readonly taxonomy: ObjectType<TaxonomyInfo>;
  readonly node: (resource: Resource) => ObjectType<GraphNode>;
  readonly connection: (resource: Resource) => ObjectType<NodePage>;
  /** By what lists of a resource's documents are filtered. */
  readonly #filters: (resource: Resource) => readonly Filter[];
  readonly #names: Readonly<Record<string, Names>>;

  /** @param names by WordPress' own word for what a resource holds */
  constructor(site: DescribedSite, names: Readonly<Record<string, Names>>) {
    const { builder } = this;
    this.databaseId = needsLargeIds(site) ? 'SafeInt' : 'Int';
    this.#names = names;
    const named = site.resources.filter(({ type }) => Object.hasOwn(names, type));
    this.registry = new Registry(named.map((resource) => [resource, this.namesOf(resource).type]));
    this.identities = { registry: this.registry, ids: base64Ids };
    this.anyNode = builder.interfaceRef<AnyNode>('Node');
    this.content = builder.interfaceRef<GraphNode>('Content');
    this.term = builder.interfaceRef<GraphNode>('Term');
    this.contentType = builder.objectRef<ContentTypeInfo>('ContentType');
    this.taxonomy = builder.objectRef<TaxonomyInfo>('Taxonomy');
    this.node = memoized((resource: Resource) => builder.objectRef<GraphNode>(this.registry.nameOf(resource)));
    this.connection = memoized((resource: Resource) =>
      builder.objectRef<NodePage>(`${this.registry.nameOf(resource)}Connection`),
    );
    this.#filters = memoized((resource: Resource) =>
      filtersOf(resource, this.registry, {
        wordsOf: (other) => this.namesOf(other).words,
        listOf: (taxonomy) => this.namesOf(taxonomy).many,
      }),
    );
    this.inputs = defineInputs(this);
  }

  namesOf({ type }: Resource): Names {
    const names = this.#names[type];
    if (!names) throw new Error(`Nothing says what documents of ${type} are called.`);
    return names;
  }

  /** What lists of a resource's documents offer. @param usual their order when none is asked for, if not that of its collection */
  offer(resource: Resource, usual?: OrderBy): Offer {
    const orders = usual ? Orders.withUsual(resource, usual) : Orders.of(resource);
    return { resource, filters: this.#filters(resource), orders, identities: this.identities };
  }

  /** What the type of a resource's documents says of itself. */
  describe(resource: Resource) {
    return {
      description: `${this.namesOf(resource).description} Source: \`${resource.route}\`.`,
      extensions: { pressgraph: { resource } },
    };
  }

  /** One of those that every site has. */
  core(type: string): Resource {
    const resource = this.registry.ofType(type);
    if (!resource) throw new Error(`The site has no documents of ${type}.`);
    return resource;
  }
}

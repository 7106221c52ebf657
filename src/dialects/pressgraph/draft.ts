/**
 * A schema while it is made: the site, what its resources are called, and the types that fields lead to before each of these
 * is defined.
 */
import type { DescribedSite } from '../../graph/dialect.ts';
import type { BlockList } from '../../graph/fields/block-list.ts';
import { type IdField, type IdLead, idLeads } from '../../graph/fields/id-fields.ts';
import type { RelatedContent } from '../../graph/fields/sequence.ts';
import type { IndexNode } from '../../graph/fields/site.ts';
import type { Filter } from '../../graph/filter-tables.ts';
import { filtersOf } from '../../graph/filters.ts';
import { type Identities, needsLargeIds } from '../../graph/ids.ts';
import type { Offer } from '../../graph/lists.ts';
import type { ConfiguredMenus } from '../../graph/menus/configured-menus.ts';
import type { GraphNode } from '../../graph/node.ts';
import { type OrderBy, Orders } from '../../graph/orders.ts';
import type { NodeKind, OtherNode } from '../../graph/other-node.ts';
import type { NodePage, NodeSource, PagePlace } from '../../graph/paging.ts';
import type { PostFormat } from '../../graph/post-format.ts';
import { Registry } from '../../graph/registry.ts';
import type { ImageService } from '../../image-service.ts';
import { memoized } from '../../memoized.ts';
import type { BlockType } from '../../wordpress/block-types.ts';
import type { ContentTypeInfo, TaxonomyInfo } from '../../wordpress/content-types.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { type Builder, createBuilder, type InterfaceType, type ObjectType } from './builder.ts';
import { typesBeside } from './core-vocabulary.ts';
import { fieldNames, NestedTypeNames } from './field-names.ts';
import { base64Ids } from './ids.ts';
import { defineInputs, type Inputs } from './inputs.ts';
import type { Names } from './names.ts';
import { namesOfSite, type Renames } from './site-names.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whatever has a global id. */
export type AnyNode = GraphNode | IndexNode | ContentTypeInfo | TaxonomyInfo | OtherNode;

/** What the configuration says of a site's own types and menus, and of where its images are made. */
export interface Naming {
  readonly types?: Renames | undefined;
  /** Where fields that hold ids lead: WordPress' name of a type by that of the field, `book.customFields.related_ids`. */
  readonly relations?: Readonly<Record<string, string>> | undefined;
  readonly imageService?: ImageService | undefined;
  /** Menus for places that no other is for. */
  readonly menus?: ConfiguredMenus | undefined;
}

export class Draft implements Vocabulary {
  readonly builder: Builder = createBuilder();
  readonly registry: Registry;
  readonly identities: Identities;
  /** The scalar of WordPress' own ids. */
  readonly databaseId: 'Int' | 'SafeInt';
  /** Those of the site, as far as somebody may read them. */
  readonly blockTypes: readonly BlockType[];
  readonly inputs: Inputs;
  readonly typeNames: NestedTypeNames;
  /** Makes images of other sizes, if one is set. */
  readonly imageService: ImageService | undefined;
  readonly anyNode: InterfaceType<AnyNode>;
  readonly content: InterfaceType<GraphNode>;
  readonly term: InterfaceType<GraphNode>;
  readonly contentType: ObjectType<ContentTypeInfo>;
  readonly taxonomy: ObjectType<TaxonomyInfo>;
  readonly seo: ObjectType<GraphNode>;
  readonly postFormat: ObjectType<PostFormat>;
  readonly node: (resource: Resource) => ObjectType<GraphNode>;
  readonly connection: (resource: Resource) => ObjectType<NodePage>;
  /** Where the ids in a field lead to, if anywhere. */
  readonly leadOf: (field: IdField) => IdLead | null;
  /** Where a page lies in any connection. */
  readonly pageInfo: ObjectType<PagePlace>;
  /** Of content of all types. */
  readonly contents: ObjectType<NodeSource>;
  /** The body of content. */
  readonly blockList: ObjectType<BlockList>;
  /** Content with the terms that it shares. */
  readonly related: ObjectType<RelatedContent>;
  /** By what lists of a resource's documents are filtered. */
  readonly #filters: (resource: Resource) => readonly Filter[];
  readonly #names: ReadonlyMap<Resource, Names>;
  readonly #kinds: NodeKind[] = [];
  /** Names of the fields that an interface has, by its own. */
  readonly #promised = new Map<string, readonly string[]>();

  constructor(site: DescribedSite, { types, relations = {}, imageService }: Naming) {
    const { builder } = this;
    this.imageService = imageService;
    this.blockTypes = site.blockTypes ?? [];
    this.databaseId = needsLargeIds(site) ? 'SafeInt' : 'Int';
    this.#names = namesOfSite(site.resources, types);
    this.registry = new Registry([...this.#names].map(([resource, { type }]) => [resource, type]));
    this.typeNames = new NestedTypeNames(typesBeside([...this.#names.values()].map(({ type }) => type)));
    const leadOf = idLeads(this.registry);
    this.leadOf = (field) => {
      const target = relations[relationKey(field)];
      return leadOf({ ...field, to: target === undefined ? undefined : this.registry.ofType(target) });
    };
    this.identities = { registry: this.registry, ids: base64Ids };
    this.anyNode = builder.interfaceRef<AnyNode>('Node');
    this.content = builder.interfaceRef<GraphNode>('Content');
    this.term = builder.interfaceRef<GraphNode>('Term');
    this.contentType = builder.objectRef<ContentTypeInfo>('ContentType');
    this.taxonomy = builder.objectRef<TaxonomyInfo>('Taxonomy');
    this.seo = builder.objectRef<GraphNode>('Seo');
    this.postFormat = builder.objectRef<PostFormat>('PostFormat');
    this.node = memoized((resource: Resource) => builder.objectRef<GraphNode>(this.registry.nameOf(resource)));
    this.connection = memoized((resource: Resource) =>
      builder.objectRef<NodePage>(`${this.registry.nameOf(resource)}Connection`),
    );
    this.pageInfo = builder.objectRef<PagePlace>('PageInfo');
    this.contents = builder.objectRef<NodeSource>('ContentConnection');
    this.blockList = builder.objectRef<BlockList>('BlockList');
    this.related = builder.objectRef<RelatedContent>('RelatedContent');
    this.#filters = memoized((resource: Resource) =>
      filtersOf(resource, this.registry, {
        wordsOf: (other) => this.namesOf(other).words,
        listOf: (taxonomy) => this.namesOf(taxonomy).many,
        namesOf: fieldNames,
      }),
    );
    this.inputs = defineInputs(this);
  }

  namesOf(resource: Resource): Names {
    const names = this.#names.get(resource);
    if (!names) throw new Error(`Nothing says what documents of ${resource.route} are called.`);
    return names;
  }

  /** Kinds of nodes besides documents, types, taxonomies and the site. */
  get kinds(): readonly NodeKind[] {
    return this.#kinds;
  }

  addKind<N extends OtherNode>(kind: NodeKind<N>): void {
    this.#kinds.push(kind);
  }

  /** Notes what fields an interface has: those of a site are called otherwise. */
  promise<F extends object>(name: string, fields: F): F {
    this.#promised.set(name, Object.keys(fields));
    return fields;
  }

  /** Names of the fields that interfaces have. */
  promised(interfaces: readonly string[]): string[] {
    return interfaces.flatMap((name) => this.#promised.get(name) ?? []);
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

/** By what the configuration names a field. */
function relationKey({ from, path: [property, ...names] }: IdField): string {
  return [from.type, property === 'meta' ? 'customFields' : property, ...names].join('.');
}

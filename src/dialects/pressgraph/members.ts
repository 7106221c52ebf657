/**
 * The fields of what a site and its plugins have added to documents: `customFields`, `acf`, and properties of plugins, with
 * the types that the site's schemas give them.
 */
import {
  askedFor,
  type DocumentPart,
  type MemberPath,
  type MemberPlans,
  ofDocument,
  ofPart,
  part,
  parts,
} from '../../graph/fields/members.ts';
import type { GraphNode } from '../../graph/node.ts';
import type { FieldPlan } from '../../graph/plan/field-plan.ts';
import type { Resource } from '../../wordpress/resources.ts';
import type { MemberSchema, ValueSchema } from '../../wordpress/value-schema.ts';
import { type Fields, type FieldsOf, type InterfaceType, type ObjectType, planned } from './builder.ts';
import type { AnyNode, Draft } from './draft.ts';
import { enumNames, fieldNames } from './field-names.ts';

/** Where WordPress keeps registered custom fields, and what the graph calls that. */
const registered = 'meta';
const customFields = 'customFields';

/** Makes fields of a type; the types that they need are made before. @param taken names that it has already */
export type MakeFields<Source = GraphNode> = (t: FieldsOf<Source>, taken: Iterable<string>) => Fields;

type MakeField<Source> = (t: FieldsOf<Source>) => Fields[string];

/** A field, by the name that WordPress has for it. */
type Maker<Source> = readonly [name: string, make: MakeField<Source>];

type EnumType = ReturnType<Draft['builder']['enumType']>;

type ScalarName = 'String' | 'Int' | 'SafeInt' | 'Float' | 'Boolean' | 'JSON';

/** A type of values, and how many lists stand around it. */
interface Output {
  readonly named: ScalarName | ObjectType<DocumentPart> | EnumType;
  readonly lists: number;
}

/** The fields of what a resource's site has added to its documents. */
export function memberFields(draft: Draft, resource: Resource): MakeFields {
  return new MemberTypes(draft, resource).ofDocuments();
}

/**
 * All fields of a type of documents: its own, and those that its site has added.
 * @param interfaces that it has besides `Node`
 */
export function withMembers(
  t: FieldsOf<GraphNode>,
  draft: Draft,
  own: Fields,
  added: MakeFields,
  ...interfaces: readonly string[]
): Fields {
  return { ...own, ...added(t, [...draft.promised(interfaces), ...Object.keys(own)]) };
}

/** The types of one resource's members. */
class MemberTypes {
  readonly #draft: Draft;
  readonly #resource: Resource;
  /** Its documents, in sentences. */
  readonly #many: string;

  constructor(draft: Draft, resource: Resource) {
    this.#draft = draft;
    this.#resource = resource;
    this.#many = draft.namesOf(resource).words.many;
  }

  ofDocuments(): MakeFields {
    const { members } = this.#resource;
    const own = members.find(({ name, value }) => name === registered && value.kind === 'object');
    const makeOwn = own && this.#make(own, [registered], ofDocument);
    const makeOthers = this.#makeAll(
      members.filter((member) => member !== own),
      [],
      ofDocument,
    );
    return (t, taken) => ({
      ...(makeOwn && { [customFields]: makeOwn(t) }),
      ...makeOthers(t, [...taken, customFields]),
    });
  }

  /** Fields of members, called as WordPress calls these, and beside them what ids lead to. In one order, whatever that of the site is. */
  #makeAll<Source>(
    members: readonly MemberSchema[],
    above: MemberPath,
    plans: MemberPlans<Source>,
  ): MakeFields<Source> {
    const values: Maker<Source>[] = [];
    const leads: Maker<Source>[] = [];
    for (const member of [...members].sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = [...above, member.name];
      values.push([member.name, this.#make(member, path, plans)]);
      leads.push(...this.#makeLead(member, path, plans));
    }
    return (t, taken) => {
      const names = namesOf(values, taken);
      const leadNames = namesOf(leads, [...taken, ...names.values()]);
      return Object.fromEntries([
        ...values.map(([name, make]) => [names.get(name), make(t)]),
        ...leads.map(([name, make]) => [leadNames.get(name), make(t)]),
      ]);
    };
  }

  #make<Source>(member: MemberSchema, path: MemberPath, plans: MemberPlans<Source>): MakeField<Source> {
    const { description, value } = member;
    const [name = ''] = path;
    if (path.length === 1 && value.kind === 'object' && parts.includes(name))
      return this.#makePart(name, description, value.members) as never;
    const { named, lists } = this.#output(path, value);
    const said = value.kind === 'json' ? `${sentence(description)} JSON, since it ${value.reason}` : description;
    return fieldOf(named, lists, true, withSource(said, path), plans.value(this.#resource, path, value));
  }

  /** A property whose members are asked for one by one. */
  #makePart(name: string, description: string, members: readonly MemberSchema[]): MakeField<GraphNode> {
    const isOwn = name === registered;
    const ofType = isOwn ? `Custom fields that the site has registered for ${this.#many}` : description;
    const ofField = isOwn ? 'Custom fields that the site has registered; `meta` has them as JSON' : description;
    return fieldOf(this.#object([name], members, ofType), 0, true, withSource(ofField, [name]), part(name));
  }

  /** What ids in a member lead to, if anything. */
  #makeLead<Source>({ name, value }: MemberSchema, path: MemberPath, plans: MemberPlans<Source>): Maker<Source>[] {
    const reads = [askedFor(this.#resource, path)];
    const lead = this.#draft.leadOf({ from: this.#resource, path, value, reads });
    if (!lead) return [];
    const type = lead.to ? this.#draft.node(lead.to) : this.#draft.anyNode;
    const said = lead.isOne ? 'What its id leads to; `null` for none' : 'What its ids lead to';
    const make = fieldOf<Source>(type, lead.isOne ? 0 : 1, false, withSource(said, path), plans.lead(lead, path));
    return [[`${name} ${lead.isOne ? 'node' : 'nodes'}`, make]];
  }

  #output(path: MemberPath, value: ValueSchema): Output {
    switch (value.kind) {
      case 'text':
        return { named: this.#enum(path, value.values) ?? 'String', lists: 0 };
      case 'integer':
        return { named: value.isSmall ? 'Int' : 'SafeInt', lists: 0 };
      case 'number':
        return { named: 'Float', lists: 0 };
      case 'boolean':
        return { named: 'Boolean', lists: 0 };
      case 'ids':
        return { named: 'SafeInt', lists: value.isOne ? 0 : 1 };
      case 'json':
        return { named: 'JSON', lists: 0 };
      case 'object':
        return { named: this.#object(path, value.members, ''), lists: 0 };
      case 'list': {
        const { named, lists } = this.#output(path, value.items);
        return { named, lists: lists + 1 };
      }
    }
  }

  /** Only where all values are names; else what they are stays a text. */
  #enum(path: MemberPath, values: readonly string[] | undefined): EnumType | undefined {
    const names = values && enumNames(values);
    if (!names) return undefined;
    const described = names.map((name) => [name, { value: name, description: `\`${name}\`.` }]);
    return this.#draft.builder.enumType(this.#typeName(path), {
      description: withSource(`What it can be of ${this.#many}`, path),
      values: Object.fromEntries(described),
    });
  }

  #object(path: MemberPath, members: readonly MemberSchema[], description: string): ObjectType<DocumentPart> {
    const make = this.#makeAll(members, path, ofPart);
    const type = this.#draft.builder.objectRef<DocumentPart>(this.#typeName(path));
    type.implement({
      description: withSource(description || `What it holds of ${this.#many}`, path),
      fields: (t) => make(t, []),
    });
    return type;
  }

  #typeName([first = '', ...names]: MemberPath): string {
    const { registry, typeNames } = this.#draft;
    return typeNames.of(registry.nameOf(this.#resource), first === registered ? customFields : first, ...names);
  }
}

/** @param type of what is there, within as many lists @param hasHoles whether a list may have `null` among its items */
function fieldOf<Source>(
  type: Output['named'] | ObjectType<GraphNode> | InterfaceType<AnyNode>,
  lists: number,
  hasHoles: boolean,
  description: string,
  plan: FieldPlan<Source, unknown, unknown>,
): MakeField<Source> {
  return (t) => {
    let items: unknown = type;
    for (let depth = 1; depth < lists; depth++) items = t.listRef(items as never, { nullable: hasHoles });
    // The types are those of a site, which nobody knows before it is read.
    return t.field({
      type: lists > 0 ? [items] : items,
      nullable: lists > 0 ? { list: true, items: hasHoles } : true,
      description,
      ...planned(plan),
    } as never);
  };
}

function namesOf(makers: readonly Maker<never>[], taken: Iterable<string>): ReadonlyMap<string, string> {
  return fieldNames(
    makers.map(([name]) => name),
    new Set(taken),
  );
}

/** What the site says of it, if anything, and where it stands in REST documents. */
function withSource(said: string, path: MemberPath): string {
  return [sentence(said), `Source: \`${path.join('.')}\`.`].filter(Boolean).join(' ');
}

function sentence(said: string): string {
  const text = said.replace(/\s+/g, ' ').trim();
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}

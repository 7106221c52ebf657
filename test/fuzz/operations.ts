/**
 * Random operations of a schema that are valid as the specification has it: what they ask with may be odd all the same.
 */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
} from 'graphql';
import { randomAddress } from './addresses.ts';
import { oddNumbers, oddTexts, type Pools, words } from './pools.ts';
import type { Random } from './random.ts';

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Manner {
  /** How often an argument is given something odd, from 0 to 1. */
  readonly odd: number;
  /** Fields that lead to further documents, at most. */
  readonly composites: number;
  /** Names of root fields, of which it has at least one. */
  readonly roots?: readonly string[];
}

/** An enum value, which is written without quotes. */
class Name {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toJSON(): string {
    return this.text;
  }
}

export function randomOperation(schema: GraphQLSchema, random: Random, pools: Pools, manner: Manner): Operation {
  return new Writer(schema, random, pools, manner).write();
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #pools: Pools;
  readonly #manner: Manner;
  readonly #declared: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #fragments: string[] = [];
  #composites: number;
  #aliases = 0;

  constructor(schema: GraphQLSchema, random: Random, pools: Pools, manner: Manner) {
    this.#schema = schema;
    this.#random = random;
    this.#pools = pools;
    this.#manner = manner;
    this.#composites = manner.composites;
  }

  write(): Operation {
    const query = this.#schema.getQueryType();
    if (!query) throw new Error('The schema has no queries.');
    const selection = this.#selection(query, 0, new Set());
    const declared = this.#declared.length > 0 ? `(${this.#declared.join(', ')})` : '';
    const text = [`query Random${declared} ${selection}`, ...this.#fragments].join('\n');
    return { query: text, variables: JSON.parse(JSON.stringify(this.#variables)) };
  }

  /** @param used response names that stand for something already at this place */
  #selection(type: GraphQLObjectType | GraphQLInterfaceType, depth: number, used: Set<string>): string {
    const random = this.#random;
    const all = Object.values(type.getFields());
    const leaves = all.filter((field) => !isComposite(field.type));
    const composites = all.filter((field) => isComposite(field.type));
    const parts: string[] = [];
    const wantedRoots = depth === 0 ? (this.#manner.roots ?? []) : [];
    const start = wantedRoots.length > 0 ? type.getFields()[random.pick(wantedRoots)] : undefined;
    if (start) parts.push(...this.#field(start, depth, used));
    for (const field of random.some(leaves, 1, 5)) parts.push(...this.#field(field, depth, used));
    const wanted = depth === 0 ? random.int(1, 3) : random.int(0, depth > 6 ? 0 : 3);
    for (const field of random.some(composites, 1, wanted)) {
      if (this.#composites <= 0) break;
      this.#composites--;
      parts.push(...this.#field(field, depth, used));
    }
    if (isInterfaceType(type) && depth < 7) {
      for (const object of random.some(this.#schema.getPossibleTypes(type), 0, 2)) {
        parts.push(`... on ${object.name} ${this.#selection(object, depth + 2, new Set([...used, '__typename']))}`);
        for (const name of Object.keys(object.getFields())) used.add(name);
      }
    }
    if (parts.length === 0 || random.chance(0.1)) parts.push('__typename');
    const text = `{ ${parts.join(' ')} }`;
    if (depth === 0 || !random.chance(0.15)) return text;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push('');
    this.#fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} ${text}`;
    return random.chance(0.2) ? `{ ...${name} ...${name} }` : `{ ...${name} }`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number, used: Set<string>): string[] {
    const random = this.#random;
    const named = getNamedType(field.type);
    let responseName = field.name;
    if (used.has(responseName) || random.chance(0.05)) {
      if (this.#aliases > 20) return [];
      responseName = `a${this.#aliases++}`;
    }
    used.add(responseName);
    const given = field.args.filter((argument) => isRequiredArgument(argument) || random.chance(0.3));
    const listed = this.#paging(given).map((argument) => `${argument.name}: ${this.#argument(argument)}`);
    const text = [
      responseName === field.name ? '' : `${responseName}: `,
      field.name,
      listed.length > 0 ? `(${listed.join(', ')})` : '',
      random.chance(0.04) ? this.#directive() : '',
    ].join('');
    if (isObjectType(named) || isInterfaceType(named))
      return [`${text} ${this.#selection(named, depth + 1, new Set())}`];
    return [text];
  }

  /** Mostly arguments that can go together. */
  #paging(given: readonly GraphQLArgument[]): readonly GraphQLArgument[] {
    if (this.#random.chance(this.#manner.odd / 3)) return given;
    const has = (name: string) => given.some((argument) => argument.name === name);
    const left = has('last')
      ? ['first', 'after', 'offset']
      : has('offset')
        ? ['after', 'before']
        : has('after')
          ? ['before']
          : [];
    return given.filter(({ name }) => !left.includes(name));
  }

  #directive(): string {
    const { chance } = this.#random;
    return ` @${chance(0.5) ? 'include' : 'skip'}(if: ${chance(0.5)})`;
  }

  #argument(argument: GraphQLArgument): string {
    const value = this.#value(argument.type, argument.name, 0);
    if (!this.#random.chance(0.3)) return literal(value);
    const name = `v${this.#declared.length}`;
    this.#declared.push(`$${name}: ${argument.type}`);
    this.#variables[name] = value;
    return `$${name}`;
  }

  #value(type: GraphQLInputType, name: string, depth: number): unknown {
    const random = this.#random;
    if (isNonNullType(type)) return this.#value(type.ofType, name, depth);
    if (random.chance(this.#manner.odd / 10) && depth > 0) return null;
    if (isListType(type)) {
      const size = random.chance(0.1) ? 0 : random.int(1, 4);
      return Array.from({ length: size }, () =>
        this.#value(withoutNull(type.ofType), name.replace(/s$/, ''), depth + 1),
      );
    }
    if (isEnumType(type)) return new Name(random.pick(type.getValues()).name);
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const chosen = type.isOneOf ? [random.pick(fields)] : random.some(fields, 0, depth > 1 ? 2 : 3);
      const needed = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
      const members = [...new Set([...chosen, ...needed])];
      return Object.fromEntries(
        members.map((field) => [field.name, this.#value(withoutNull(field.type), field.name, depth + 1)]),
      );
    }
    return isScalarType(type) ? this.#scalar(type.name, name) : null;
  }

  #scalar(type: string, name: string): unknown {
    const random = this.#random;
    const isOdd = random.chance(this.#manner.odd);
    if (type === 'Int') {
      if (isOdd) return Math.trunc(random.pick(oddNumbers)) | 0;
      if (name === 'first' || name === 'last') return random.pick([1, 1, 2, 3, 5, 10, 20]);
      if (name === 'offset') return random.int(0, 12);
      if (name === 'width' || name === 'height') return random.pick([1, 100, 320, 1_000, 2_600, 9_999]);
      return name === 'databaseId' ? this.#pools.pick('databaseId', random) : random.int(0, 100);
    }
    if (type === 'Boolean') return random.chance(0.5);
    if (type === 'Float') return random.next() * 100;
    if (type === 'LocalDateTime') return isOdd ? '2024-02-29T23:59:59' : this.#pools.pick('date', random);
    if (name === 'uri') return randomAddress(random, String(this.#pools.pick('uri', random)), this.#pools.host);
    if (isOdd) return random.pick(oddTexts);
    if (type === 'ID') return this.#pools.pick(random.chance(0.5) ? 'id' : 'databaseId', random);
    if (name === 'after' || name === 'before') return this.#pools.pick('cursor', random);
    if (name === 'slug') return this.#pools.pick('slug', random);
    const known = words[name];
    if (known && random.chance(0.7)) return random.pick(known);
    if (name === 'name') return this.#pools.pick('name', random);
    return random.pick(['the', 'sea', 'plum', 'a b', 'bread']);
  }
}

function isComposite(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) || isAbstractType(named);
}

function withoutNull(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) ? type.ofType : type;
}

/** A value as GraphQL writes it. */
function literal(value: unknown): string {
  if (value instanceof Name) return value.text;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, member]) => `${name}: ${literal(member)}`);
    return `{ ${members.join(', ')} }`;
  }
  return JSON.stringify(value);
}

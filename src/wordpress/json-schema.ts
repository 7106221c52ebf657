/**
 * JSON Schema as WordPress and its plugins write it, read as the few kinds of values that a graph can type.
 * Knows what they write beside the standard (`int`, `float`, `properties: []`, ACF's choices and relations); what it cannot tell
 * for sure it leaves as JSON, and says why.
 */
import { readMessage } from './http/messages.ts';
import { joinedSchemas } from './joined-schemas.ts';
import type { MemberSchema, TextFormat, ValueSchema } from './value-schema.ts';
import {
  halfCharacters,
  isMap,
  largestInt,
  type ReadMap,
  readList,
  readMap,
  readMember,
  readNumber,
} from './values.ts';

/** Levels of objects and lists; whatever lies deeper is told as JSON. */
export const deepest = 6;
/** Each becomes a field or an argument of a schema that is held in memory. */
const mostMembers = 1_000;
/** Descriptions that are read, however they lie in one another. */
const mostSchemas = 5_000;
/** Choices that weigh as much as one description. */
const choicesOfOne = 10;
/** More choices than people would make are no enumeration. */
const mostValues = 500;
const mostAlternatives = 50;

/**
 * The named values that visitors see: properties of documents, or arguments of a collection; no more than a thousand.
 * @param most descriptions that are read
 */
export function readMemberSchemas(properties: unknown, most = mostSchemas): MemberSchema[] {
  return new SchemaReader(Math.min(most, mostSchemas)).members(properties, 0);
}

/** How many descriptions of a route's are read, if nothing else limits them. */
export function schemasIn(properties: unknown): number {
  const reader = new SchemaReader(mostSchemas);
  reader.members(properties, 0);
  return mostSchemas - reader.left;
}

/** Whether a property is shown where nobody edits; one that does not say where it is shown is shown everywhere. */
export function isShown(schema: unknown): boolean {
  const context = readMember(schema, 'context');
  return context === undefined || [context].flat().includes('view');
}

function json(reason: string): ValueSchema {
  return { kind: 'json', reason };
}

class SchemaReader {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  get left(): number {
    return Math.max(0, this.#left);
  }

  members(properties: unknown, depth: number): MemberSchema[] {
    return shownIn(properties)
      .slice(0, Math.min(mostMembers, this.left))
      .map(([name, schema]) => ({ name, description: descriptionIn(schema), value: this.#value(schema, depth) }));
  }

  #value(schema: unknown, depth: number): ValueSchema {
    if (depth > deepest) return json('lies deeper than is typed');
    if (this.#left-- <= 0) return json('is among more than are typed');
    if (!isMap(schema)) return json('has no type');
    if (schema.$ref !== undefined) return json('is described by a reference to another schema');
    const alternatives = alternativesIn(schema);
    const value = alternatives.length > 0 ? this.#anyOf(alternatives, schema, depth) : this.#plain(schema, depth);
    this.#left -= choicesIn(value) / choicesOfOne;
    return value;
  }

  /** What alternatives have in common with the rest of their schema stands once, outside of them. */
  #anyOf(alternatives: readonly ReadMap[], schema: ReadMap, depth: number): ValueSchema {
    const { oneOf: _one, anyOf: _any, ...own } = schema;
    const isTangled = alternatives.some((alternative) => alternativesIn(alternative).length > 0);
    if (isTangled || alternatives.length > mostAlternatives) return json('may be of many kinds');
    const described = alternatives.map((alternative) => ({ ...own, ...alternative })).filter((each) => !isNull(each));
    const [first = json('is always empty'), ...others] = described.map((each) => this.#value(each, depth));
    return others.reduce(joinedSchemas, first);
  }

  #plain(schema: ReadMap, depth: number): ValueSchema {
    const types = typesOf(schema);
    const [type, ...others] = types;
    if (type === undefined) return json(isNull(schema) ? 'is always empty' : 'has no type');
    if (others.length > 0) return severalTypes(types, schema);
    switch (type) {
      case 'string':
        return textOf(schema);
      case 'integer':
        return { kind: 'integer', isSmall: isSmall(schema) };
      case 'number':
      case 'boolean':
        return { kind: type };
      case 'array':
        return this.#list(schema, depth);
      case 'object':
        return this.#object(schema, depth);
      default:
        return json('has a type that JSON Schema does not have');
    }
  }

  #list({ items }: ReadMap, depth: number): ValueSchema {
    // What PHP calls an array may be a map as well.
    if (!isMap(items)) return json('is a list of which nothing says what it holds');
    return { kind: 'list', items: this.#value(items, depth + 1) };
  }

  #object({ properties }: ReadMap, depth: number): ValueSchema {
    const shown = shownIn(properties);
    if (shown.length === 0) return json('has members of which nothing says what they are called');
    if (shown.length > Math.min(mostMembers, this.left)) return json('has more members than are typed');
    return { kind: 'object', members: this.members(properties, depth + 1) };
  }
}

function choicesIn(value: ValueSchema): number {
  const item = value.kind === 'list' ? value.items : value;
  return item.kind === 'text' ? (item.values?.length ?? 0) : 0;
}

/** As whoever made it describes it, or its title. */
function descriptionIn(schema: unknown): string {
  return readMessage(readMember(schema, 'description')) ?? readMessage(readMember(schema, 'title')) ?? '';
}

function alternativesIn({ oneOf, anyOf }: ReadMap): ReadMap[] {
  return (readList(oneOf ?? anyOf) ?? []).map((alternative) => readMap(alternative) ?? {});
}

function shownIn(properties: unknown): [string, unknown][] {
  const isName = (name: string) => name !== '' && !halfCharacters.test(name);
  return Object.entries(readMap(properties) ?? {}).filter(([name, schema]) => isName(name) && isShown(schema));
}

/** As PHP calls them. */
const aliases = new Map([
  ['int', 'integer'],
  ['float', 'number'],
  ['double', 'number'],
  ['bool', 'boolean'],
]);

/** The types that a schema names, or that its only values have; `null` stands beside any, since nothing can be relied on. */
function typesOf(schema: ReadMap): string[] {
  const named = schema.type === undefined ? (readList(schema.enum) ?? []).map(typeOfValue) : [schema.type].flat();
  const types = new Set<string>();
  for (const name of named) {
    if (name === null || name === 'null') continue;
    types.add(typeof name === 'string' ? (aliases.get(name) ?? name) : '');
  }
  if (types.has('number')) types.delete('integer');
  return [...types];
}

function typeOfValue(value: unknown): string | null {
  if (value === null) return null;
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function isNull(schema: ReadMap): boolean {
  const types = [schema.type].flat();
  return types.length > 0 && types.every((type) => type === null || type === 'null');
}

const words = new Map([
  ['string', 'a text'],
  ['integer', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object'],
]);

/**
 * ACF calls what holds one or several an integer and an array, or a text and an array, and says by `maxItems` whether there may be
 * several. Ids are what it has whole numbers for, and choices have their values.
 */
function severalTypes(types: readonly string[], schema: ReadMap): ValueSchema {
  const scalars = types.filter((type) => type !== 'array');
  const items = readMap(schema.items) ?? {};
  const held = typesOf(items);
  const isOne = readNumber(schema.maxItems) === 1;
  if (scalars.length < types.length && held.length > 0) {
    if ([...scalars, ...held].every((type) => type === 'integer')) return { kind: 'ids', isOne };
    const isChoice = [...scalars, ...held].every((type) => type === 'string' || type === 'integer');
    const choice = textOf(items);
    if (isChoice && 'values' in choice) return isOne ? choice : { kind: 'list', items: choice };
  }
  return json(`may be ${types.map((type) => words.get(type) ?? 'something else').join(' or ')}`);
}

const formats: readonly TextFormat[] = ['date-time', 'uri', 'email'];

function textOf(schema: ReadMap): ValueSchema {
  const format = formats.find((known) => known === schema.format);
  const values = valuesIn(schema.enum);
  return { kind: 'text', ...(format && { format }), ...(values && { values }) };
}

/** As texts: PHP makes whole numbers of keys that look like some, and ACF names those both ways. */
function valuesIn(values: unknown): readonly string[] | undefined {
  const given = (readList(values) ?? []).filter((value) => value !== '' && value !== null);
  if (given.length === 0 || given.length > mostValues) return undefined;
  if (!given.every((value) => typeof value === 'string' || Number.isFinite(value))) return undefined;
  return [...new Set(given.map(String))];
}

/** Whether all that it may be is within 32 bits, by its bounds or its only values. */
function isSmall({ minimum, maximum, enum: values }: ReadMap): boolean {
  const only = readList(values) ?? [];
  const bounds = only.length > 0 ? only.filter((value) => value !== null) : [minimum, maximum];
  return bounds.map(readNumber).every((bound) => bound !== null && Math.abs(bound) <= largestInt);
}

/**
 * Documents as strict records: a field that reads a property which it has not declared throws, so that one which forgets to
 * say what it reads cannot pass a test by luck.
 */
import { defaultFieldResolver, type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';
import { DocumentPart } from '../../src/graph/fields/members.ts';
import { IndexNode } from '../../src/graph/fields/site.ts';
import { GraphNode } from '../../src/graph/node.ts';
import { siteIndex } from '../../src/graph/plan/origin.ts';
import type { RestDocument } from '../../src/wordpress/documents.ts';
import type { ReadMap } from '../../src/wordpress/values.ts';

/** What a field gets to see of its document. @param paths the properties that it has declared */
export type Show = (paths: readonly string[]) => <D extends RestDocument>(document: D) => D;

/** Shows each field of a schema no more of its document than that. */
export function showDocuments(schema: GraphQLSchema, show: Show): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const fields = Object.values(type.getFields());
    const isOfDocuments = fields.some(({ extensions }) => extensions.pressgraph?.reads);
    if (!isOfDocuments) continue;
    for (const field of fields) {
      const { resolve = defaultFieldResolver } = field;
      const { reads = [], hints = [] } = field.extensions.pressgraph ?? {};
      const always = typeof reads === 'function' ? undefined : show([...reads, ...hints]);
      field.resolve = (source: GraphNode | IndexNode | DocumentPart, args, context, info) => {
        const node = source instanceof DocumentPart ? source.node : source;
        const of = node instanceof GraphNode ? node.resource : siteIndex;
        const shown = always ?? show(typeof reads === 'function' ? reads(args as never, of) : reads);
        const value: unknown = resolve(shownSource(source, shown), args, context, info);
        return value instanceof Promise ? value.then(asLedTo) : asLedTo(value);
      };
    }
  }
}

/** What a field leads to is read by the fields below it, also where that is the document itself. */
function asLedTo(value: unknown): unknown {
  return value instanceof GraphNode ? (originals.get(value) ?? value) : value;
}

/** What is shown has its nodes from here: a part of a document is of what one field was shown, and its own fields read more. */
const originals = new WeakMap<GraphNode, GraphNode>();

/** A node, the index of the site, or a part of a document, with the document as a field may see it. */
function shownSource(source: GraphNode | IndexNode | DocumentPart, shown: ReturnType<Show>): unknown {
  if (source instanceof DocumentPart) return shownPart(source, shown);
  if (!(source instanceof GraphNode)) return new IndexNode(shown(source.document as RestDocument) as never);
  const original = originals.get(source) ?? source;
  const whole = original.whole?.then(shown);
  whole?.catch(() => undefined);
  const node = new GraphNode(original.resource, { document: shown(original.document), whole });
  originals.set(node, original);
  return node;
}

/** What lies deeper than a member of a property is read with the whole member. */
function shownPart({ node, object }: DocumentPart, shown: ReturnType<Show>): DocumentPart {
  const original = originals.get(node) ?? node;
  const name = Object.entries(original.document).find(([, value]) => value === object)?.[0];
  const document = shown(original.document);
  const part = name === undefined ? object : document[name as keyof RestDocument];
  return new DocumentPart(shownSource(original, shown) as GraphNode, part as ReadMap);
}

export const strictRecord: Show = (paths) => {
  const declared = new Declared(['id', ...paths]);
  return (document) => new Proxy(document, declared) as typeof document;
};

/** Lets a map show what was declared of it; of a part of which parts were declared, those. */
class Declared implements ProxyHandler<object> {
  readonly #paths: readonly string[];
  readonly #parts = new Map<string, Declared | 'whole'>();

  constructor(paths: readonly string[]) {
    this.#paths = paths;
    for (const name of paths.map((path) => path.replace(/\..*/, ''))) {
      const below = paths.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1));
      this.#parts.set(name, paths.includes(name) ? 'whole' : new Declared(below));
    }
  }

  get(target: object, name: string | symbol, receiver: unknown): unknown {
    const value: unknown = Reflect.get(target, name, receiver);
    if (typeof name !== 'string' || name === 'then' || name === 'toJSON') return value;
    const part = this.#parts.get(name);
    if (!part) throw new Error(`"${name}" is read of what only ${this.#paths.join(', ')} was declared of.`);
    return part === 'whole' || !isMap(value) ? value : new Proxy(value, part);
  }
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

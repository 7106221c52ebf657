/**
 * Documents as strict records: a field that reads a property which it has not declared throws, so that one which forgets to
 * say what it reads cannot pass a test by luck.
 */
import { defaultFieldResolver, type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';
import { IndexNode } from '../../src/graph/fields/site.ts';
import { GraphNode } from '../../src/graph/node.ts';
import { siteIndex } from '../../src/graph/plan/origin.ts';
import type { RestDocument } from '../../src/wordpress/documents.ts';

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
      field.resolve = (source: { readonly document: RestDocument }, args, context, info) => {
        const of = source instanceof GraphNode ? source.resource : siteIndex;
        const shown = always ?? show(typeof reads === 'function' ? reads(args as never, of) : reads);
        return resolve(shownSource(source, shown), args, context, info);
      };
    }
  }
}

/** A node, or the index of the site, with its document as a field may see it. */
function shownSource(source: { readonly document: RestDocument }, shown: ReturnType<Show>): unknown {
  const document = shown(source.document);
  if (!(source instanceof GraphNode)) return new IndexNode(document);
  const whole = source.whole?.then(shown);
  whole?.catch(() => undefined);
  return new GraphNode(source.resource, { document, whole });
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

/**
 * How a field of `seo` is answered: by what a plugin says of the page, and where it says nothing of it by the document itself.
 * Knows what each way is to be asked for, so that a site without a plugin is asked for nothing of one, and a document of which
 * the plugin says nothing is looked up again, together with all others like it.
 */
import { andThen, type MaybePromise } from '../../../maybe-promise.ts';
import type { RestDocument } from '../../../wordpress/documents.ts';
import { yoastHead } from '../../../wordpress/head-plugins.ts';
import { Properties } from '../../../wordpress/properties.ts';
import type { Resource } from '../../../wordpress/resources.ts';
import { readMember } from '../../../wordpress/values.ts';
import type { GraphContext } from '../../context.ts';
import type { GraphNode } from '../../node.ts';
import { type FieldFacts, type FieldPlan, isDeferrable } from '../../plan/field-plan.ts';
import { siteIndex } from '../../plan/origin.ts';
import { type OwnHead, ownAddress, partsOfOwnHead } from './own-head.ts';
import { PluginHead } from './plugin-head.ts';

export interface HeadField<Out> {
  /** Properties by which a document says it itself. */
  readonly own: (of: Resource) => readonly string[];
  readonly ofPlugin: (head: PluginHead, node: GraphNode, context: GraphContext) => MaybePromise<Out>;
  readonly ofDocument: (head: OwnHead, node: GraphNode, context: GraphContext) => MaybePromise<Out>;
}

export function headPlan<Out>(
  { own, ofPlugin, ofDocument }: HeadField<Out>,
  facts: Omit<FieldFacts, 'reads' | 'isUnlisted'> = {},
): FieldPlan<GraphNode, unknown, MaybePromise<Out>> {
  return {
    ...facts,
    // No schema names what Yoast SEO adds.
    isUnlisted: true,
    reads: (_args: never, of) => (of === siteIndex ? [] : readsOf(of, own(of))),
    value: (node, _args, context) =>
      andThen(pluginHead(node, context), (head) => {
        if (head) return ofPlugin(head, node, context);
        const paths = had(node.resource, own(node.resource));
        return andThen(ownDocument(node, paths, context), (document) =>
          ofDocument(ownHead(node.resource, document, paths), node, context),
        );
      }),
  };
}

function readsOf(of: Resource, own: readonly string[]): readonly string[] {
  if (of.head === 'yoast') return [yoastHead];
  return had(of, of.head === 'rank-math' ? partsOfOwnHead.address : own);
}

function had({ properties }: Resource, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => properties.has(path));
}

/** What a plugin says of a document's page; `null` where none does. What nobody may see has no page of which one could be asked. */
function pluginHead(node: GraphNode, { loaders }: GraphContext): MaybePromise<PluginHead | null> {
  const { resource, document } = node;
  if (resource.head === 'yoast') return headIn('YOAST', readMember(document, yoastHead));
  if (resource.head !== 'rank-math') return null;
  const address = ownAddress(node);
  if (address === null) return null;
  const found = loaders.pageHead(resource.route, document.id, address);
  return andThen(found, (parts) => headIn('RANK_MATH', parts));
}

function headIn(source: 'YOAST' | 'RANK_MATH', parts: unknown): PluginHead | null {
  const isThere = typeof parts === 'object' && parts !== null && Object.keys(parts).length > 0;
  return isThere && !Array.isArray(parts) ? new PluginHead(source, parts as Record<string, unknown>) : null;
}

/** The document with these properties, which have not been asked for where a plugin was to say it. */
function ownDocument(
  { resource, document, whole }: GraphNode,
  paths: readonly string[],
  { loaders }: GraphContext,
): MaybePromise<RestDocument> {
  if (whole && isDeferrable(...paths)) return whole;
  const isHere = paths.every((path) => Object.hasOwn(document, topOf(path)));
  if (isHere || resource.head === null) return document;
  const properties = Properties.of('id', ...paths);
  const found = loaders.reference(resource.route, document.id, { wanted: properties, asked: properties });
  return andThen(found, (loaded) => {
    const later = isDeferrable(...paths) ? loaded?.whole : undefined;
    return later ?? loaded?.document ?? document;
  });
}

/** What a document says by these properties, and nothing else. */
function ownHead(resource: Resource, document: RestDocument, paths: readonly string[]): OwnHead {
  const said = paths.map((path) => [topOf(path), readMember(document, topOf(path))]);
  return { resource, document: { ...Object.fromEntries(said), id: document.id } };
}

function topOf(path: string): string {
  return path.replace(/\..*/, '');
}

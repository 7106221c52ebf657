/**
 * The way from the front page to a document: by its plugin, or by what stands above it in its tree, or above the first term of
 * the first taxonomy that sorts it in a tree.
 */
import type { Loaded } from '../../../loaders/loaders.ts';
import { andThen, type MaybePromise } from '../../../maybe-promise.ts';
import { Properties } from '../../../wordpress/properties.ts';
import type { Resource } from '../../../wordpress/resources.ts';
import { SiteAddress, uriOf } from '../../../wordpress/site-address.ts';
import { readAddress, readId, readIds, readMember } from '../../../wordpress/values.ts';
import type { GraphContext } from '../../context.ts';
import { isFront, nameOf, type OwnHead, siteNameOf } from './own-head.ts';
import type { Step } from './plugin-head.ts';

export interface Breadcrumb extends Step {
  /** Of an address on the site. */
  readonly uri: string | null;
}

/** What a document says of its way. @param trees the taxonomies of which terms have parents, in the order of the site */
export function placedBy(of: Resource, trees: readonly Resource[]): readonly string[] {
  const sorter = treeOf(of, trees)?.name;
  return [
    'title',
    'name',
    'link',
    ...(of.properties.has('parent') ? ['parent'] : sorter === undefined ? [] : [sorter]),
  ];
}

function treeOf({ taxonomies }: Resource, trees: readonly Resource[]): Resource | undefined {
  return trees.find(({ type }) => taxonomies.includes(type));
}

export function ownBreadcrumbs(
  head: OwnHead,
  trees: readonly Resource[],
  context: GraphContext,
): MaybePromise<Breadcrumb[]> {
  const { site } = context.loaders;
  const home = { text: siteNameOf(context) ?? '', url: `${site.home.replace(/\/$/, '')}/`, uri: '/' };
  const front = home.text === '' ? [] : [home];
  if (isFront(head, context)) return front;
  return andThen(above(head, trees, context), async (documents) => {
    const steps: Breadcrumb[] = [];
    for (const each of [...documents, head]) {
      const text = await nameOf(each, context);
      if (text !== '') steps.push(placed({ text, url: readAddress(each.document.link) || null }, context));
    }
    return [...front, ...steps];
  });
}

/** Farthest first. */
function above(head: OwnHead, trees: readonly Resource[], context: GraphContext): MaybePromise<readonly OwnHead[]> {
  const { resource, document } = head;
  if (resource.properties.has('parent')) {
    return readId(document.parent) === null ? [] : lineage(head, context);
  }
  const tree = treeOf(resource, trees);
  const [first] = (tree && readIds(readMember(document, tree.name))) ?? [];
  if (!tree || first === undefined) return [];
  const found = context.loaders.termUpwards(tree, first, Properties.of('id', 'name', 'link'));
  return andThen(found, (terms) => farthestFirst(tree, terms));
}

async function lineage({ resource, document }: OwnHead, { loaders }: GraphContext): Promise<OwnHead[]> {
  const named = resource.properties.has('title') ? 'title' : 'name';
  const found = await loaders.ancestors(resource, document, Properties.of('id', 'link', 'parent', named));
  return farthestFirst(resource, found);
}

function farthestFirst(resource: Resource, found: readonly Loaded[]): OwnHead[] {
  return found.map((loaded) => ({ resource, document: loaded.document })).reverse();
}

export function placed(step: Step, { loaders: { site } }: Pick<GraphContext, 'loaders'>): Breadcrumb {
  const isOwn = step.url !== null && SiteAddress.read(step.url, site);
  return { ...step, uri: isOwn ? uriOf(step.url, site.home) : null };
}

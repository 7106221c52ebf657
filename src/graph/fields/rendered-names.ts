/**
 * Which block an element of rendered HTML is, by its classes and by what is in it.
 */
import { blockOfClasses, blockOfElement, blockOfFigure } from '../../wordpress/block-markup.ts';
import { HtmlElement, type HtmlNode } from './html-tree.ts';

/** `undefined` for what is of no block, or of one that cannot be told. */
export function blockNameOf(element: HtmlElement): string | undefined {
  const said = blockOfClasses(element.classes);
  if (said !== undefined) return said ?? undefined;
  if (element.name === 'figure') return figureOf(element);
  return element.name === 'pre' && isCode(element) ? 'core/code' : blockOfElement(element.name);
}

function isCode({ children }: HtmlElement): boolean {
  return soleElement(children)?.name === 'code';
}

/** Of one thing and perhaps a caption; an image may be a link. */
function figureOf({ children }: HtmlElement): string | undefined {
  const thing = soleElement(children, 'figcaption');
  const linked = thing?.name === 'a' ? soleElement(thing.children) : thing;
  return linked && blockOfFigure(linked.name);
}

/** The one element among these, and those that do not count; `undefined` as well where there are several. */
function soleElement(nodes: readonly HtmlNode[], besides?: string): HtmlElement | undefined {
  let found: HtmlElement | undefined;
  for (const node of nodes) {
    if (!(node instanceof HtmlElement) || node.name === besides) continue;
    if (found) return undefined;
    found = node;
  }
  return found;
}

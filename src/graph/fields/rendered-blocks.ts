/**
 * Rendered HTML as a tree of blocks: what its markup plainly says, and everything else as HTML that is of no block.
 * The markup itself is described in `wordpress/block-markup.ts`.
 */
import {
  blockOfClasses,
  blockOfElement,
  blockOfFigure,
  freeform,
  type Interior,
  interiors,
} from '../../wordpress/block-markup.ts';
import { deepestBlocks } from '../../wordpress/stored-blocks.ts';
import type { PieceReader } from './html-pieces.ts';
import { HtmlElement, type HtmlNode, HtmlTreeReader } from './html-tree.ts';
import { attributesOf } from './rendered-attributes.ts';

export interface RenderedBlock {
  readonly name: string;
  /** Those that the HTML plainly says, called as the editor calls them. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly html: string;
  readonly innerBlocks: readonly RenderedBlock[];
}

export class RenderedBlocksReader implements PieceReader<readonly RenderedBlock[]> {
  readonly #html: string;
  readonly #tree: HtmlTreeReader;

  constructor(html: string) {
    this.#html = html;
    this.#tree = new HtmlTreeReader(html);
  }

  readOn(): boolean {
    return this.#tree.readOn();
  }

  get result(): readonly RenderedBlock[] {
    return blocksAmong(this.#tree.result.children, this.#html, 1);
  }
}

/** The blocks that some neighbours are; what stands between two of them is one. */
function blocksAmong(nodes: readonly HtmlNode[], html: string, depth: number): RenderedBlock[] {
  const blocks: RenderedBlock[] = [];
  let between: HtmlNode[] = [];
  const addBetween = () => {
    const [first, last] = [between.find(isSomething), between.findLast(isSomething)];
    if (first && last) {
      const piece = html.slice(first.start, last.end).trim();
      blocks.push({ name: freeform, attributes: {}, html: piece, innerBlocks: [] });
    }
    between = [];
  };
  for (const node of nodes) {
    const name = isElement(node) ? nameOf(node) : undefined;
    if (name === undefined) {
      between.push(node);
      continue;
    }
    addBetween();
    blocks.push(blockOf(name, node as HtmlElement, html, depth));
  }
  addBetween();
  return blocks;
}

function blockOf(name: string, element: HtmlElement, html: string, depth: number): RenderedBlock {
  const interior = depth < deepestBlocks ? interiors.get(name) : undefined;
  return {
    name,
    attributes: attributesOf(name, element, html),
    html: html.slice(element.start, element.end),
    innerBlocks: interior ? blocksIn(element, interior, html, depth + 1) : [],
  };
}

function blocksIn(element: HtmlElement, { within, only, own }: Interior, html: string, depth: number): RenderedBlock[] {
  if (only) {
    return element.elements.flatMap((child) => {
      const expected = Object.hasOwn(only, child.name) ? only[child.name] : undefined;
      const said = blockOfClasses(child.classes);
      const name = said === undefined ? (blockOfElement(child.name) ?? itemOf(child)) : said;
      return name && name === expected ? [blockOf(name, child, html, depth)] : [];
    });
  }
  // Only some themes have it around what is in a group.
  const place = (within && element.elements.find((child) => child.classes.includes(within))) || element;
  const nodes = own ? place.children.filter((child) => !isElement(child) || !own.includes(child.name)) : place.children;
  return blocksAmong(nodes, html, depth);
}

/** An item of a list has no class, and is none by itself. */
function itemOf({ name }: HtmlElement): string | undefined {
  return name === 'li' ? 'core/list-item' : undefined;
}

function isElement(node: HtmlNode): node is HtmlElement {
  return node instanceof HtmlElement;
}

/** Whether there is anything to see of it. */
function isSomething(node: HtmlNode): boolean {
  return isElement(node) || node.text.trim() !== '';
}

function nameOf(element: HtmlElement): string | undefined {
  const said = blockOfClasses(element.classes);
  if (said !== undefined) return said ?? undefined;
  if (element.name === 'figure') return figureOf(element);
  const [first, ...others] = element.elements;
  if (element.name === 'pre' && first?.name === 'code' && others.length === 0) return 'core/code';
  return blockOfElement(element.name);
}

/** Of one thing and perhaps a caption; an image may be a link. */
function figureOf({ elements }: HtmlElement): string | undefined {
  const [first, ...others] = elements.filter(({ name }) => name !== 'figcaption');
  if (!first || others.length > 0) return undefined;
  const [linked, ...more] = first.name === 'a' ? first.elements : [first];
  return linked && more.length === 0 ? blockOfFigure(linked.name) : undefined;
}

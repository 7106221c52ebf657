/**
 * Rendered HTML as a tree of blocks: what its markup plainly says, and everything else as HTML that is of no block.
 * The markup itself is described in `wordpress/block-markup.ts`.
 */
import { blockOfClasses, blockOfElement, freeform, type Interior, interiors } from '../../wordpress/block-markup.ts';
import { deepestBlocks } from '../../wordpress/stored-blocks.ts';
import type { Block } from './block-list.ts';
import type { PieceReader } from './html-pieces.ts';
import { HtmlElement, type HtmlNode, HtmlTreeReader } from './html-tree.ts';
import { attributesOf } from './rendered-attributes.ts';
import { blockNameOf } from './rendered-names.ts';
import { Pace, type Steps, StepsReader } from './steps.ts';

export class RenderedBlock implements Block {
  readonly name: string;
  /** Those that the HTML plainly says, called as the editor calls them. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly html: string;
  readonly innerBlocks: readonly RenderedBlock[];
  readonly source = 'RENDERED';
  readonly #place: Place;

  constructor(block: Pick<RenderedBlock, 'name' | 'attributes' | 'html' | 'innerBlocks'>, place: Place) {
    this.name = block.name;
    this.attributes = block.attributes;
    this.html = block.html;
    this.innerBlocks = block.innerBlocks;
    this.#place = place;
  }

  get path(): string {
    return `${this.#place.above}${this.#place.at}`;
  }

  get ownHtml(): string | null {
    return this.innerBlocks.length === 0 ? this.html : null;
  }
}

interface Place {
  /** The path of what it stands in, with a dot behind it. */
  readonly above: string;
  readonly at: number;
}

export class RenderedBlocksReader implements PieceReader<readonly RenderedBlock[]> {
  readonly #html: string;
  readonly #tree: HtmlTreeReader;
  /** Absent until all of the tree has been read. */
  #blocks: StepsReader<readonly RenderedBlock[]> | undefined;

  constructor(html: string) {
    this.#html = html;
    this.#tree = new HtmlTreeReader(html);
  }

  readOn(): boolean {
    if (this.#blocks) return this.#blocks.readOn();
    if (!this.#tree.readOn()) {
      this.#blocks = new StepsReader(new TreeOfBlocks(this.#html).among(this.#tree.result.children, '', 1));
    }
    return true;
  }

  get result(): readonly RenderedBlock[] {
    return this.#blocks?.result ?? [];
  }
}

class TreeOfBlocks {
  readonly #html: string;
  readonly #pace = new Pace();

  constructor(html: string) {
    this.#html = html;
  }

  /** The blocks that some neighbours are; what stands between two of them is one. @param above the path of what they stand in */
  *among(nodes: readonly HtmlNode[], above: string, depth: number): Steps<RenderedBlock[]> {
    const blocks: RenderedBlock[] = [];
    let between: HtmlNode[] = [];
    const addBetween = () => {
      const [first, last] = [between.find(isSomething), between.findLast(isSomething)];
      if (first && last) {
        const html = this.#html.slice(first.start, last.end).trim();
        blocks.push(
          new RenderedBlock({ name: freeform, attributes: {}, html, innerBlocks: [] }, { above, at: blocks.length }),
        );
      }
      between = [];
    };
    for (const node of nodes) {
      if (this.#pace.isOver(sizeOf(node))) yield;
      const name = isElement(node) ? blockNameOf(node) : undefined;
      if (name === undefined) {
        between.push(node);
        continue;
      }
      addBetween();
      blocks.push(yield* this.#block(name, node as HtmlElement, { above, at: blocks.length }, depth));
    }
    addBetween();
    return blocks;
  }

  *#block(name: string, element: HtmlElement, place: Place, depth: number): Steps<RenderedBlock> {
    const interior = depth < deepestBlocks ? interiors.get(name) : undefined;
    const block = {
      name,
      attributes: attributesOf(name, element, this.#html),
      html: this.#html.slice(element.start, element.end),
    };
    const above = `${place.above}${place.at}.`;
    const innerBlocks = interior ? yield* this.#within(element, interior, above, depth + 1) : [];
    return new RenderedBlock({ ...block, innerBlocks }, place);
  }

  *#within(
    element: HtmlElement,
    { within, only, own }: Interior,
    above: string,
    depth: number,
  ): Steps<RenderedBlock[]> {
    if (only) return yield* this.#only(only, element.elements, above, depth);
    // Only some themes have it around what is in a group.
    const place = (within && element.elements.find((child) => child.classes.includes(within))) || element;
    const nodes = own
      ? place.children.filter((child) => !isElement(child) || !own.includes(child.name))
      : place.children;
    return yield* this.among(nodes, above, depth);
  }

  *#only(
    only: Readonly<Record<string, string>>,
    elements: readonly HtmlElement[],
    above: string,
    depth: number,
  ): Steps<RenderedBlock[]> {
    const blocks: RenderedBlock[] = [];
    for (const child of elements) {
      if (this.#pace.isOver(sizeOf(child))) yield;
      const expected = Object.hasOwn(only, child.name) ? only[child.name] : undefined;
      const said = blockOfClasses(child.classes);
      const name = said === undefined ? (blockOfElement(child.name) ?? itemOf(child)) : said;
      if (name && name === expected) blocks.push(yield* this.#block(name, child, { above, at: blocks.length }, depth));
    }
    return blocks;
  }
}

/** What is looked at to know what it is. */
function sizeOf(node: HtmlNode): number {
  return 1 + (isElement(node) ? node.children.length : 0);
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

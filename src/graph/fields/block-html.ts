/**
 * The HTML of one block, and what selectors find in it: where WordPress' editor reads attributes that stand in no comment.
 * Knows how far that goes: what is longer than the HTML of any one block, and what a selector would take too long for, is not read.
 */
import { selectOne } from 'css-select';
import type { AttributeSource } from '../../wordpress/block-types.ts';
import type { PieceReader } from './html-pieces.ts';
import { HtmlElement, type HtmlNode, HtmlTreeReader } from './html-tree.ts';

/** Characters of HTML that selectors are followed in. */
const longestHtml = 500_000;
/** Looks at nodes for one attribute: selectors of neighbours may look at all of them for each. */
const mostSteps = 500_000;

/** Reads itself a piece at a time; attributes are read of what has been read to its end. */
export class BlockHtml implements PieceReader<BlockHtml> {
  readonly #html: string;
  /** Absent for what is too long. */
  readonly #tree: HtmlTreeReader | undefined;

  constructor(html: string) {
    this.#html = html;
    this.#tree = html.length > longestHtml ? undefined : new HtmlTreeReader(html);
  }

  readOn(): boolean {
    return this.#tree?.readOn() ?? false;
  }

  get result(): this {
    return this;
  }

  /**
   * @param isSwitch whether the attribute being there is all that it says
   * @returns `undefined` where there is nothing of the kind, or the selector is none that can be followed; `null` where nobody
   * knows, because looking takes too long
   */
  read(source: AttributeSource, isSwitch: boolean): unknown {
    if (source.kind === 'unread') return undefined;
    if (source.kind === 'html' && source.selector === undefined) return this.#html;
    if (!this.#tree) return null;
    try {
      return this.#readIn(this.#tree.result, source, isSwitch);
    } catch (error) {
      if (error instanceof TooManySteps) return null;
      throw error;
    }
  }

  #readIn(root: HtmlElement, source: AttributeSource & { kind: 'attribute' | 'html' | 'text' }, isSwitch: boolean) {
    const adapter = new NodeAdapter();
    const element = source.selector === undefined ? root : find(source.selector, root, adapter);
    if (source.kind === 'attribute') {
      const value = element?.attributes.get(source.attribute);
      return isSwitch ? value !== undefined : value;
    }
    if (!element) return undefined;
    return source.kind === 'text' ? adapter.getText(element) : this.#html.slice(element.innerStart, element.innerEnd);
  }
}

function find(selector: string, { children }: HtmlElement, adapter: NodeAdapter): HtmlElement | undefined {
  try {
    // As in browsers, none begins with a combinator: those would be followed from each of the neighbours.
    return selectOne<HtmlNode, HtmlElement>(selector, children, { adapter, relativeSelector: false }) ?? undefined;
  } catch (error) {
    if (error instanceof TooManySteps) throw error;
    // Selectors are a site's own word, and may be none.
    return undefined;
  }
}

class TooManySteps extends Error {}

type Test = (element: HtmlElement) => boolean;

const isTag = (node: HtmlNode): node is HtmlElement => node instanceof HtmlElement;

/** This tree, for one selector: counts what that looks at. */
class NodeAdapter {
  #steps = 0;

  readonly isTag = isTag;

  readonly findOne = (test: Test, nodes: readonly HtmlNode[]): HtmlElement | null => {
    // Of lists in one another the place in each, so that a step takes no longer the deeper it is.
    const open = [{ nodes, next: 0 }];
    for (let list = open.at(-1); list; list = open.at(-1)) {
      const node = list.nodes[list.next++];
      this.#count(1);
      if (!node) open.pop();
      else if (isTag(node)) {
        if (test(node)) return node;
        open.push({ nodes: node.children, next: 0 });
      }
    }
    return null;
  };

  readonly existsOne = (test: Test, nodes: HtmlNode[]): boolean => this.findOne(test, nodes) !== null;

  readonly findAll = (test: Test, nodes: HtmlNode[]): HtmlElement[] => {
    const found: HtmlElement[] = [];
    this.findOne((element) => test(element) && found.push(element) === 0, nodes);
    return found;
  };

  readonly getAttributeValue = ({ attributes }: HtmlElement, name: string): string | undefined => attributes.get(name);

  readonly hasAttrib = ({ attributes }: HtmlElement, name: string): boolean => attributes.has(name);

  readonly getChildren = (node: HtmlNode): HtmlNode[] => this.#counted(isTag(node) ? node.children : []);

  readonly getName = ({ name }: HtmlElement): string => name;

  readonly getParent = (node: HtmlNode): HtmlElement | null => {
    this.#count(1);
    const parent = isTag(node) ? node.parent : undefined;
    // What stands around all of the HTML is no element of it.
    return parent?.parent || parent?.name ? parent : null;
  };

  readonly getSiblings = (node: HtmlNode): HtmlNode[] =>
    this.#counted(isTag(node) ? (node.parent?.children ?? [node]) : [node]);

  readonly getText = (node: HtmlNode): string => {
    this.#count(1);
    return isTag(node) ? node.children.map(this.getText).join('') : node.text;
  };

  /** What is searched are neighbours, of which none stands in another. */
  readonly removeSubsets = (nodes: HtmlNode[]): HtmlNode[] => nodes;

  /** Each of them is going to be looked at. */
  #counted(nodes: HtmlNode[]): HtmlNode[] {
    this.#count(nodes.length);
    return nodes;
  }

  #count(nodes: number): void {
    this.#steps += nodes;
    if (this.#steps > mostSteps) throw new TooManySteps();
  }
}

/**
 * The HTML of one block, and what selectors find in it: where WordPress' editor reads attributes that stand in no comment.
 */
import { selectOne } from 'css-select';
import type { AttributeSource } from '../../wordpress/block-types.ts';
import { HtmlElement, type HtmlNode, readHtml } from './html-tree.ts';

export class BlockHtml {
  readonly #html: string;
  readonly #root: HtmlElement;

  constructor(html: string) {
    this.#html = html;
    this.#root = readHtml(html);
  }

  /**
   * @param isSwitch whether the attribute being there is all that it says
   * @returns `undefined` where there is nothing of the kind, or the selector is none that can be followed
   */
  read(source: AttributeSource, isSwitch: boolean): unknown {
    if (source.kind === 'unread') return undefined;
    const element = source.selector === undefined ? this.#root : this.#find(source.selector);
    if (source.kind === 'attribute') {
      const value = element?.attributes.get(source.attribute);
      return isSwitch ? value !== undefined : value;
    }
    if (!element) return undefined;
    return source.kind === 'text' ? textOf(element) : this.#html.slice(element.innerStart, element.innerEnd);
  }

  #find(selector: string): HtmlElement | undefined {
    try {
      return selectOne<HtmlNode, HtmlElement>(selector, this.#root.children, { adapter }) ?? undefined;
    } catch {
      // Selectors are a site's own word, and may be none.
      return undefined;
    }
  }
}

type Test = (element: HtmlElement) => boolean;

const isTag = (node: HtmlNode): node is HtmlElement => node instanceof HtmlElement;

function* allIn(nodes: readonly HtmlNode[]): Generator<HtmlElement> {
  for (const node of nodes.filter(isTag)) {
    yield node;
    yield* allIn(node.children);
  }
}

function findOne(test: Test, nodes: readonly HtmlNode[]): HtmlElement | null {
  for (const element of allIn(nodes)) if (test(element)) return element;
  return null;
}

function parentOf(node: HtmlNode): HtmlElement | null {
  const parent = isTag(node) ? node.parent : undefined;
  // What stands around all of the HTML is no element of it.
  return parent?.parent || parent?.name ? parent : null;
}

function textOf(node: HtmlNode): string {
  return isTag(node) ? node.children.map(textOf).join('') : node.text;
}

/** This tree, for selectors. */
const adapter = {
  isTag,
  findOne,
  existsOne: (test: Test, nodes: HtmlNode[]) => findOne(test, nodes) !== null,
  findAll: (test: Test, nodes: HtmlNode[]) => [...allIn(nodes)].filter(test),
  getAttributeValue: ({ attributes }: HtmlElement, name: string) => attributes.get(name),
  hasAttrib: ({ attributes }: HtmlElement, name: string) => attributes.has(name),
  getChildren: (node: HtmlNode): HtmlNode[] => (isTag(node) ? node.children : []),
  getName: ({ name }: HtmlElement) => name,
  getParent: parentOf,
  getSiblings: (node: HtmlNode): HtmlNode[] => (isTag(node) ? (node.parent?.children ?? [node]) : [node]),
  getText: textOf,
  removeSubsets: (nodes: HtmlNode[]) =>
    nodes.filter((node) => !nodes.some((other) => other !== node && holds(other, node))),
};

function holds(outer: HtmlNode, inner: HtmlNode): boolean {
  return isTag(outer) && outer.start <= inner.start && inner.end <= outer.end;
}

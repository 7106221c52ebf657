/**
 * Labels of menus as plain text, on one line: editors may write HTML in them.
 */
import { type HtmlElement, HtmlTreeReader } from '../fields/html-tree.ts';

/** The element that stands around all of some HTML: menus are short. */
export function readHtml(html: string): HtmlElement {
  const reader = new HtmlTreeReader(html);
  while (reader.readOn());
  return reader.root;
}

/** What is in these is not for reading. */
const unread = new Set(['script', 'style', 'template', 'svg']);

/** The text in an element. */
export function textIn(element: HtmlElement): string {
  return piecesIn(element).join('').replace(/\s+/g, ' ').trim();
}

export function plainLabel(html: string): string {
  return textIn(readHtml(html));
}

function piecesIn({ children }: HtmlElement): string[] {
  return children.flatMap((child) => {
    if (!('children' in child)) return [child.text];
    return unread.has(child.name) ? [] : piecesIn(child);
  });
}

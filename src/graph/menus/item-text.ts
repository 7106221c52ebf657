/**
 * Labels of menus as plain text, on one line: editors may write HTML in them.
 */
import { type HtmlElement, readHtml } from '../fields/html-tree.ts';

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

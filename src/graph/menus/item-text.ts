/**
 * Labels of menus as plain text, on one line: editors may write HTML in them.
 */
import { unread } from '../fields/html-reader.ts';
import { HtmlElement, readHtml } from '../fields/html-tree.ts';

/** Icons have titles for those who do not see them: labels say the same. */
const unreadInMenus = new Set([...unread, 'svg']);

/** The text in an element. */
export function textIn(element: HtmlElement): string {
  return piecesIn(element).join('').replace(/\s+/g, ' ').trim();
}

export function plainLabel(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim();
  return textIn(readHtml(html));
}

function piecesIn({ children }: HtmlElement): string[] {
  return children.flatMap((child) => {
    if (!(child instanceof HtmlElement)) return [child.text];
    return unreadInMenus.has(child.name) ? [] : piecesIn(child);
  });
}

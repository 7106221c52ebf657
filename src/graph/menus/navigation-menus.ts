/**
 * Menus of block themes, as WordPress renders them for visitors: what is not published is not in there, and a block for all
 * pages has become a list of them.
 * Knows the markup of core's blocks for navigation; of others it takes what is a link, and what is a link in a list.
 */
import type { RestDocument } from '../../wordpress/documents.ts';
import { readAt, readMember, readSlug, readText } from '../../wordpress/values.ts';
import { type HtmlElement, readHtml } from '../fields/html-tree.ts';
import { decodedName } from '../fields/names.ts';
import { textIn } from './item-text.ts';
import type { SaidItem, SaidMenu } from './menu.ts';

export function readNavigation(document: RestDocument): SaidMenu {
  const textOf = (name: string) => readText(readMember(document, name)) || null;
  const html = readText(readAt(document, ['content', 'rendered'])) ?? '';
  return {
    source: 'NAVIGATION',
    handle: String(document.id),
    databaseId: document.id,
    name: decodedName(textOf('title')),
    slug: readSlug(textOf('slug')),
    description: null,
    locations: [],
    items: itemsIn([readHtml(html)], ''),
  };
}

/** The items in some elements, in their order. @param above what stands ahead of their names */
function itemsIn(elements: readonly HtmlElement[], above: string): readonly SaidItem[] {
  const items: SaidItem[] = [];
  const collect = (element: HtmlElement) => {
    for (const child of element.elements) {
      const link = isLink(child) ? child : child.name === 'li' ? linkOutsideLists(child) : undefined;
      const item = link && itemOf(link, child, `${above}${items.length}`);
      if (item) items.push(item);
      else if (!link) collect(child);
    }
  };
  for (const element of elements) collect(element);
  return items;
}

/** A button stands for a link where a submenu opens by a click alone. */
function isLink({ name, classes }: HtmlElement): boolean {
  return name === 'a' || (name === 'button' && classes.includes('wp-block-navigation-item__content'));
}

function isList({ name }: HtmlElement): boolean {
  return name === 'ul' || name === 'ol';
}

/** The first link in an element that is in no list in it. */
function linkOutsideLists({ elements }: HtmlElement): HtmlElement | undefined {
  for (const child of elements) {
    const found = isLink(child) ? child : isList(child) ? undefined : linkOutsideLists(child);
    if (found) return found;
  }
  return undefined;
}

/** What is looked for in an element, but not in the lists that are in it, nor in what was found. */
function outsideLists(element: HtmlElement, isMeant: (element: HtmlElement) => boolean): HtmlElement[] {
  return element.elements.flatMap((child) => {
    if (isMeant(child)) return [child];
    return isList(child) ? [] : outsideLists(child, isMeant);
  });
}

/** `undefined` for a link that says nothing and has none below it, as a picture without a text has. */
function itemOf(link: HtmlElement, around: HtmlElement, name: string): SaidItem | undefined {
  const partOf = (...classes: readonly string[]) =>
    link.find((part) => classes.some((of) => part.classes.includes(of)));
  const attribute = (of: string) => link.attributes.get(of) || null;
  const said = textIn(partOf('wp-block-navigation-item__label', 'wp-block-social-link-label') ?? link);
  const label = said || (attribute('aria-label') ?? altIn(link) ?? '');
  const children = itemsIn(outsideLists(around, isList), `${name}.`);
  if (label === '' && children.length === 0) return undefined;
  const description = partOf('wp-block-navigation-item__description');
  return {
    name,
    label,
    url: attribute('href'),
    target: attribute('target'),
    title: attribute('title'),
    description: (description && textIn(description)) || null,
    cssClasses: around.classes.filter((each) => !ownClasses.test(each)),
    rel: attribute('rel'),
    type: null,
    children,
  };
}

function altIn(link: HtmlElement): string | null {
  return link.find(({ name }) => name === 'img')?.attributes.get('alt') || null;
}

/** What WordPress itself says of a block and its place by its classes. */
const ownClasses = /^(wp-block-|wp-social-link|has-child$|open-on-|current-menu-|menu-item-home$)/;

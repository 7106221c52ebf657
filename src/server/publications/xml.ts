/**
 * XML as it is written: elements of texts and elements.
 * Knows which characters have to be written otherwise, and which no document may hold. Source: XML 1.0, 2.2 and 2.4.
 */

/** An element, or a text, as it stands in a document. */
export type Markup = string & { readonly markup: unique symbol };

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Neither control characters nor halves of a pair can stand in XML, not even by their numbers. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export function text(value: string): Markup {
  return value.replace(forbidden, '').replace(/[&<>"]/g, (character) => entities[character] ?? '') as Markup;
}

export type Attributes = Readonly<Record<string, string | undefined>>;

/** @param content what is in it: a text, or elements, of which some may not be there */
export function element(name: string, attributes: Attributes, ...content: readonly (Markup | undefined)[]): Markup {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${text(value)}"`],
  );
  const inside = content.filter((each) => each !== undefined).join('');
  return `<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}` as Markup;
}

/** An element with a text in it; nothing where there is no text. */
export function optional(name: string, value: string | undefined, attributes: Attributes = {}): Markup | undefined {
  return value === undefined ? undefined : element(name, attributes, text(value));
}

export function document(root: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

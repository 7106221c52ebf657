/**
 * Reads XML as strictly as its specification wants it: whatever is not well-formed is refused.
 */
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** All that is written in it. */
  readonly text: string;
}

/** @throws where it is not well-formed, or an element is of no namespace */
export function readXml(source: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: { name: string; attributes: Record<string, string>; children: Element[]; text: string }[] = [];
  let root: Element | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    open.push({ name, attributes: Object.fromEntries(values), children: [], text: '' });
  });
  const write = (text: string) => {
    for (const element of open) element.text += text;
  };
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('closetag', () => {
    const closed = open.pop();
    open.at(-1)?.children.push(closed as Element);
    root = closed;
  });
  parser.write(source).close();
  if (!root) throw new Error('There is no element.');
  return root;
}

/** Texts of the elements at a path below one: `channel/item/title`. */
export function textsAt(element: Element, path: string): string[] {
  return elementsAt(element, path).map(({ text }) => text);
}

export function elementsAt(element: Element, path: string): Element[] {
  let found: readonly Element[] = [element];
  for (const name of path.split('/'))
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return [...found];
}

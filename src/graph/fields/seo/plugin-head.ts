/**
 * What an SEO plugin says of a page, as it comes, and what of it a client reads.
 * Knows the names that Yoast SEO has for the parts of a head (`og_title`, `twitter_card`); what is missing, or is of another
 * kind than it should be, is `null`.
 */
import { decodeHTML } from 'entities';
import {
  isMap,
  type ReadMap,
  readAddress,
  readInt,
  readList,
  readMap,
  readMember,
  readText,
} from '../../../wordpress/values.ts';

export type SeoSource = 'YOAST' | 'RANK_MATH' | 'DOCUMENT';

export interface SeoImage {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly type: string | null;
  readonly alt: string | null;
}

/** One step on the way to a page, its address where it has one. */
export interface Step {
  readonly text: string;
  readonly url: string | null;
}

export class PluginHead {
  readonly source: SeoSource;
  readonly #parts: ReadMap;
  /** Whether its texts are HTML: those that were read out of tags are not any more. */
  readonly #isEncoded: boolean;

  constructor(source: SeoSource, parts: ReadMap) {
    this.source = source;
    this.#parts = parts;
    this.#isEncoded = source === 'YOAST';
  }

  /** Plain text; `null` for none. */
  text(name: string): string | null {
    return textIn(readMember(this.#parts, name), this.#isEncoded);
  }

  url(name: string): string | null {
    return readAddress(readMember(this.#parts, name)) || null;
  }

  /** A moment in UTC. */
  time(name: string): string | null {
    const text = readText(readMember(this.#parts, name)) ?? '';
    const time = moment.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(time) ? null : new Date(time).toISOString();
  }

  /** Whether it says anything of a kind: `og_`. */
  has(start: string): boolean {
    return Object.entries(this.#parts).some(
      ([name, value]) => name.startsWith(start) && value !== null && value !== '' && value !== false,
    );
  }

  get robots(): string[] | null {
    const said = readMember(this.#parts, 'robots');
    const list = isMap(said) ? Object.values(said) : (readList(said) ?? [said]);
    const words = list.flatMap((each) => (readText(each) ?? '').split(',')).map((word) => word.trim());
    const told = words.filter((word) => word !== '');
    return told.length > 0 ? told : null;
  }

  get images(): SeoImage[] {
    const said = readMember(this.#parts, 'og_image');
    return (readList(said) ?? [said]).flatMap((each) => imageIn(each, this.#isEncoded));
  }

  /** As the plugin wrote it. */
  get schema(): object | null {
    const schema = readMember(this.#parts, 'schema');
    return typeof schema === 'object' && schema !== null && Object.keys(schema).length > 0 ? schema : null;
  }

  /** The way to the page, from its schema: the first list of breadcrumbs in there. */
  get breadcrumbs(): Step[] | null {
    const list = nodesIn(this.schema).find((node) => isOfType(node, 'BreadcrumbList'));
    const items = list && readList(list.itemListElement);
    if (!items) return null;
    const placed = items.flatMap((item, index) => {
      const step = stepIn(item);
      return step ? [{ step, place: readInt(readMember(item, 'position')) ?? index }] : [];
    });
    return placed.sort((one, other) => one.place - other.place).map(({ step }) => step);
  }
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

function textIn(value: unknown, isEncoded: boolean): string | null {
  const text = readText(value);
  return (text !== null && isEncoded ? decodeHTML(text) : text) || null;
}

function imageIn(said: unknown, isEncoded: boolean): SeoImage[] {
  const image: ReadMap = readMap(said) ?? { url: said };
  const url = readAddress(image.url);
  if (!url) return [];
  return [
    {
      url,
      width: readInt(image.width),
      height: readInt(image.height),
      type: readText(image.type) || null,
      alt: textIn(image.alt, isEncoded),
    },
  ];
}

/** The nodes of JSON-LD: of its graph, or of several that stand beside one another. */
function nodesIn(schema: unknown): ReadMap[] {
  const documents = Array.isArray(schema) ? schema : [schema];
  const nodes = documents.flatMap((document: unknown) => readList(readMember(document, '@graph') ?? [document]) ?? []);
  return nodes.filter(isMap);
}

function isOfType(node: ReadMap, type: string): boolean {
  return [node['@type']].flat().includes(type);
}

function stepIn(item: unknown): Step | null {
  const to = readMember(item, 'item');
  const text = textIn(readMember(item, 'name') ?? readMember(to, 'name'), true);
  const url = readAddress(isMap(to) ? readMember(to, '@id') : to) || null;
  return text === null ? null : { text, url };
}

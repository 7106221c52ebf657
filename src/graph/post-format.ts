/**
 * A post format that posts of the site have had: the site shows an archive of them.
 * Knows that WordPress' search lists those formats for anybody; a theme says only to editors which ones it offers.
 */
import { andThen, caught, type MaybePromise } from '../maybe-promise.ts';
import { postFormatIn } from '../wordpress/address-kinds.ts';
import { isAbsence } from '../wordpress/http/failure.ts';
import { largestPage } from '../wordpress/resources.ts';
import type { SiteAddress } from '../wordpress/site-address.ts';
import { readAddress, readList, readMember, readText } from '../wordpress/values.ts';
import type { GraphContext } from './context.ts';
import { decodedName } from './fields/names.ts';
import { OtherNode } from './other-node.ts';

export class PostFormat extends OtherNode {
  /** `quote`. */
  readonly slug: string;
  /** To display, in the site's language. */
  readonly name: string | null;
  readonly link: string | null;

  constructor(slug: string, name: string | null, link: string | null) {
    super();
    this.slug = slug;
    this.name = name;
    this.link = link;
  }

  get key(): string {
    return this.slug;
  }
}

const route = '/wp/v2/search';
const query = { type: 'post-format', per_page: largestPage, _fields: 'id,title,url' };

/** `null` where the site does not let anybody search. */
export function postFormatsOf({ loaders }: Pick<GraphContext, 'loaders'>): MaybePromise<PostFormat[] | null> {
  return andThen(
    caught(() => loaders.whole(route, query)),
    (rows) => {
      if (rows instanceof Error) {
        if (isAbsence(rows)) return null;
        throw rows;
      }
      return readList(rows)?.flatMap(formatIn) ?? null;
    },
  );
}

function formatIn(row: unknown): PostFormat[] {
  const slug = readText(readMember(row, 'id'));
  if (!slug) return [];
  return [new PostFormat(slug, decodedName(readMember(row, 'title')), readAddress(readMember(row, 'url')) || null)];
}

export function findPostFormat(slug: string, context: Pick<GraphContext, 'loaders'>): MaybePromise<PostFormat | null> {
  return andThen(postFormatsOf(context), (formats) => formats?.find((format) => format.slug === slug) ?? null);
}

/** The format whose archive stands at an address. */
export async function postFormatAt(
  address: SiteAddress,
  context: Pick<GraphContext, 'loaders'>,
): Promise<PostFormat | null> {
  const slug = postFormatIn(address);
  const format = slug === null ? null : await findPostFormat(slug, context);
  if (!format || address.hasNoPath) return format;
  const { home } = context.loaders.site;
  const isThere =
    format.link !== null && URL.canParse(format.link, home) && address.hasPathOf(new URL(format.link, home));
  return isThere ? format : null;
}

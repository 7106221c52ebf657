/**
 * Addresses of archives by date, as a site writes them: it does not say how, but the link of a post shows it.
 * Knows core's rules (`WP_Rewrite::get_date_permastruct`): archives begin with what all addresses of posts begin with, and
 * have `date/` ahead of the year where an id would be taken for one.
 */
import { uriOf } from './site-address.ts';
import { readDate, readId, readSlug } from './values.ts';

/** What of a post shows how the site writes addresses. */
export interface AddressedPost {
  readonly id: number;
  readonly date?: unknown;
  readonly slug?: unknown;
  readonly link?: unknown;
}

/** Writes the address of a year, `['2024']`, a month or a day. */
export type WriteDate = (parts: readonly string[]) => string;

/** What addresses of posts begin with where that is no part of any post: else it may be a category. */
const fronts = ['', '/index.php'];
/** Core's own choice for addresses by ids. */
const frontOfIds = '/archives';

/** `null` where the post does not show it. */
export function dateAddressesAt(post: AddressedPost, home: string): WriteDate | null {
  const uri = uriOf(post.link, home);
  if (uri === null) return null;
  const { pathname, searchParams } = new URL(uri, home);
  if (searchParams.has('p')) return searchParams.size === 1 ? (parts) => `/?m=${parts.join('')}` : null;
  const names = pathname.split('/').filter((name) => name !== '');
  const [ofYear, ofId, ofSlug] = placesIn(names, post);
  const first = [ofYear, ofId, ofSlug].find((place) => place !== -1);
  if (first === undefined) return null;
  // Among the first three parts, an id would be taken for one of a date.
  const isId = ofId !== -1 && ofId < first + 3;
  const front = names
    .slice(0, first)
    .map((name) => `/${name}`)
    .join('');
  const isOfIds = isId && first === ofId && fronts.some((begin) => front === `${begin}${frontOfIds}`);
  if (!isOfIds && !fronts.includes(front)) return null;
  const slash = pathname.endsWith('/') ? '/' : '';
  return (parts) => `${front}${isId ? '/date' : ''}/${parts.join('/')}${slash}`;
}

/** Where in a path the year of a post stands, its id and its slug; -1 where one does not. */
function placesIn(names: readonly string[], { id, date, slug }: AddressedPost): readonly [number, number, number] {
  const [year, month] = readDate(date)?.slice(0, 10).split('-') ?? [];
  const bare = names.map((name) => name.replace(/\.[a-z]+$/i, ''));
  const own = readSlug(slug);
  return [
    names.findIndex((name, index) => name === year && names[index + 1] === month),
    bare.findIndex((name) => readId(name) === id),
    bare.findIndex((name) => own !== null && own !== '' && readSlug(name) === own),
  ];
}

/**
 * Addresses that operations ask with: those that answers gave out, written in every way that people and links write them, and those
 * that lie elsewhere, or nowhere.
 */
import type { Random } from './random.ts';

/** Hosts that are not the site's, however they are written. */
const foreign: readonly ((path: string, host: string) => string)[] = [
  (path) => `https://elsewhere.test${path}`,
  (path) => `//elsewhere.test${path}`,
  (path) => `\\\\elsewhere.test${path}`,
  (path) => `http://127.0.0.1:1${path}`,
  (path) => `http://127.0.0.1${path}`,
  (path, host) => `http://${host}@elsewhere.test${path}`,
  (path, host) => `http://elsewhere.test#@${host}${path}`,
  (path, host) => `http://elsewhere.test\\@${host}${path}`,
  (path, host) => `http://${host}.elsewhere.test${path}`,
  (path) => `http://１２７．０．０．１${path}`,
  (path) => `http://böcher.test${path}`,
  (path) => `http://[::1]${path}`,
  (path) => `ftp://127.0.0.1${path}`,
  (path) => `file://${path}`,
  (path) => `javascript:${path}`,
];

/** The site's own, each the same address to a browser, or nearly. */
const own: readonly ((path: string, host: string) => string)[] = [
  (path) => path,
  (path) => path.replace(/^\//, ''),
  (path, host) => `http://${host}${path}`,
  (path, host) => `https://${host}${path}`,
  (path, host) => `http://www.${host}${path}`,
  (path, host) => `http://name:word@${host}${path}`,
  (path, host) => `HTTP://${host}${path}`,
  (path) => `//${path}`,
  (path) => `/index.php${path}`,
  (path) => `/x/..${path}`,
  (path) => `/%2e%2e${path}`,
  (path) => `/../..${path}`,
];

const pathChanges: readonly ((path: string, random: Random) => string)[] = [
  (path) => path,
  (path) => path,
  (path) => path.replace(/\/$/, ''),
  (path) => `${path}//`,
  (path) => path.replaceAll('/', '//'),
  (path) => path.replaceAll('/', '%2F'),
  (path) => path.toUpperCase(),
  (path) => encodeURI(path),
  (path) => decoded(path),
  (path, random) => `${path}page/${random.pick([1, 2, 3, 99, 999_999_999, '9999999999', '-1', '0', 'x'])}/`,
  (path, random) => `${path}comment-page-${random.int(0, 3)}/`,
  (path, random) => `${path}${random.int(0, 3)}/`,
  (path) => `${path}feed/`,
  (path) => `${path}embed/`,
  (path) => `${path}\u0000`,
  (path) => `${path}%00`,
  (path) => `${path}%`,
  (path) => `${path}\r\nX-Injected: 1`,
  (path) => `${path}\ud800`,
  (path) => `${path}${'a'.repeat(8_000)}`,
  (path) => `${'/a'.repeat(4_000)}${path}`,
  (path) => `${path}${'%e6%b8%af'.repeat(900)}`,
  (path) => `${path}.html`,
  (path) => `${path}../`,
  (path) => `${path};x=1`,
  (path) => `${path}*`,
];

const endings: readonly ((random: Random) => string)[] = [
  () => '',
  () => '',
  () => '',
  () => '?utm_source=x&utm_medium=y',
  () => '#top',
  (random) => `#comment-${random.int(0, 80)}`,
  (random) => `?replytocom=${random.int(0, 80)}#respond`,
  (random) => `?p=${random.int(0, 200)}`,
  (random) => `?page_id=${random.int(0, 200)}`,
  (random) => `?cat=${random.int(0, 30)}`,
  (random) => `?author=${random.int(0, 12)}`,
  (random) => `?attachment_id=${random.int(0, 200)}`,
  (random) => `?p=${random.int(0, 200)}&page_id=${random.int(0, 200)}`,
  (random) => `?p=${random.int(0, 200)}&post_type=${random.pick(['post', 'page', 'book', 'attachment', 'x'])}`,
  (random) => `?tag=${random.pick(['sea', 'bread', 'x', 'a/b', 'a,b', 'a+b'])}`,
  (random) => `?category_name=${random.pick(['news', 'a/b', 'x'])}`,
  (random) => `?m=${random.pick(['2024', '202405', '20240516', '202413', '0', '99999999999'])}`,
  (random) => `?year=${random.pick(['2024', '0', 'x'])}&monthnum=${random.int(0, 13)}&day=${random.int(0, 32)}`,
  (random) => `?s=${random.pick(['sea', '', '%00', 'a'.repeat(4_000), '%ff', '+', '%22the%20sea%22'])}`,
  () => '?p[]=1',
  () => '?p=1&p=2',
  () => `?${'x=1&'.repeat(2_000)}`,
  () => '?rest_route=/wp/v2/posts',
  () => '?__proto__=1&constructor=2',
];

const paths: readonly string[] = [
  '/',
  '',
  '/wp-admin/',
  '/wp-json/wp/v2/posts/1',
  '/wp-content/uploads/x.png',
  '/search/sea/',
  '/2024/',
  '/2024/05/',
  '/2024/05/16/',
  '/2024/13/45/',
  '/0000/00/',
  '/author/',
  '/category/x/y/',
  '/type/gallery/',
  '/constructor/',
  '/__proto__/',
  '/港の朝/',
  '/none/',
];

/** @param known one that an answer gave out, absolute or from the front page on @param host that of the site, as far as it is known */
export function randomAddress(random: Random, known: string, host: string): string {
  const isUrl = URL.canParse(known);
  const path = random.chance(0.7) ? (isUrl ? pathOf(new URL(known)) : known) : random.pick(paths);
  const written = random.chance(0.5) ? random.pick(pathChanges)(path, random) : path;
  const place = random.chance(0.15) ? random.pick(foreign) : random.pick(own);
  return random.chance(0.4) ? written : `${place(written, host)}${random.pick(endings)(random)}`;
}

function pathOf({ pathname, search }: URL): string {
  return `${pathname}${search}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The one account of the site that has an application password, and what WordPress tells it and no visitor: settings, menus' places,
 * statuses, types of blocks, who it is. It reads what is stored of content; it writes nothing, and nothing unpublished is there for it.
 */
import { askedFields, withFields } from './fields.ts';
import type { QueryValue } from './php-query.ts';
import type { Recorded } from './recorded.ts';
import { RestError } from './rest-error.ts';

type Document = Readonly<Record<string, unknown>>;

/** An administrator, in the form in which a gateway takes a service account. */
export const sampleAccount = 'marta:tide rope salt wall door bell';

/** Whether a request comes from the account. What is wrong with other credentials, WordPress tells nobody who asks for what is public. */
export function isFromAccount(authorization: string | undefined): boolean {
  const [, encoded] = /^Basic +([\w+/=-]+)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return false;
  const [login, ...password] = Buffer.from(encoded, 'base64').toString().split(':');
  const [ownLogin, ownPassword] = sampleAccount.split(':');
  return login === ownLogin && bare(password.join(':')) === bare(ownPassword);
}

/** Application passwords are written with blanks, which mean nothing. */
function bare(password = ''): string {
  return password.replace(/[^a-z\d]/gi, '');
}

/** What a route tells the account alone; `undefined` where it tells everybody the same. @throws RestError */
export function toldToAccount(
  { account }: Recorded,
  path: string,
  query: Readonly<Record<string, QueryValue>>,
): unknown {
  const asked = askedFields(query._fields);
  const shown = (document: Document) => withFields('other', document, asked, true);
  const [, name = '', key, below] = /^\/wp\/v2\/([\w-]+)(?:\/([\w-]+))?(?:\/([\w-]+))?$/.exec(path) ?? [];
  const isWhole = key === undefined;
  if (path === '/wp/v2/users/me') {
    const me = account.me[query.context === 'edit' ? 'edit' : 'view'];
    return withFields('user', me, asked, true);
  }
  if (name === 'settings' && isWhole) return shown(account.settings);
  if (name === 'statuses') return shown(isWhole ? account.statuses : entryOf(account.statuses, key, noStatus));
  if (name === 'menu-locations') {
    return shown(isWhole ? account.menuLocations : entryOf(account.menuLocations, key, noLocation));
  }
  if (name !== 'block-types') return undefined;
  const space = key ?? query.namespace;
  const found = account.blockTypes.filter((type) => space === undefined || type.name.startsWith(`${space}/`));
  if (below === undefined) return found.map((type) => withFields('other', type, asked, false));
  const [type] = found.filter((entry) => entry.name === `${key}/${below}`);
  if (!type) throw new RestError(404, 'rest_block_type_invalid', 'Invalid block type.');
  return shown(type);
}

const noStatus = new RestError(404, 'rest_status_invalid', 'Invalid status.');
const noLocation = new RestError(404, 'rest_menu_location_invalid', 'Invalid menu location.');

function entryOf(map: Document, key: string, missing: RestError): Document {
  const entry = map[key];
  if (!entry) throw missing;
  return entry as Document;
}

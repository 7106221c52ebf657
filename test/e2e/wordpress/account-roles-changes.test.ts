/**
 * What a service account of each role opens, on WordPress of each generation, held to what the README says that it takes. WordPress
 * decides it: a subscriber is made for this, and removed again.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Logger } from '../../../src/log.ts';
import { openingOf, type Privilege, privilegeNames } from '../../../src/privileges.ts';
import { openGraph } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';
import { remembered } from '../../support/remembered-answers.ts';
import type { Generation } from './wordpress-package.ts';

const roles = ['Subscriber', 'Contributor', 'Author', 'Editor', 'Administrator'];

/** One of each generation. */
const sites = [...new Map(inject('wordpressSites').map((site): [Generation, typeof site] => [site.generation, site]))];

it('is what the README says', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const told = [...readme.matchAll(/^\| `([\w-]+)` \| .* \| (\w+)(?: \(.*\))? \|$/gm)].map(([, name, role]) => [
    name,
    role,
  ]);
  expect(told.filter(([, role = '']) => roles.includes(role))).toEqual(
    privilegeNames.map((privilege) => [privilege, openingOf(privilege).role]),
  );
});

describe.each(sites)('WordPress %s', (_generation, site) => {
  const basic = (account = '') => ({ authorization: `Basic ${Buffer.from(account).toString('base64')}` });
  const accounts = new Map(
    Object.entries(site.users).map(([login, { role, applicationPassword }]) => [
      role,
      `${login}:${applicationPassword}`,
    ]),
  );
  const { url, send } = networkSite(site.url);
  // What a site says of its routes is the same at each start.
  const started = { url, send: remembered(send, ({ method }) => method === 'OPTIONS') };
  let subscriber: number;

  // biome-ignore lint/suspicious/noExplicitAny: each answer has a shape of its own.
  async function rest(method: string, path: string, body?: object): Promise<any> {
    const headers = { ...basic(accounts.get('administrator')), 'content-type': 'application/json' };
    const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`${site.restRoot}/wp/v2${path}`, sent);
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  }

  beforeAll(async () => {
    const user = {
      username: 'reads-only',
      email: 'reads-only@magazine.example',
      password: 'never used',
      roles: ['subscriber'],
    };
    ({ id: subscriber } = await rest('POST', '/users', user));
    const { password } = await rest('POST', `/users/${subscriber}/application-passwords`, { name: 'test' });
    accounts.set('subscriber', `${user.username}:${password}`);
  });
  afterAll(() => rest('DELETE', `/users/${subscriber}?force=true&reassign=1`));

  it.each(roles)(
    'opens to a service account what its role may read, and names the role for the rest: %s',
    async (role) => {
      const lines: { readonly privilege?: Privilege; readonly text: string }[] = [];
      const note = (details: object, text = '') => void lines.push({ ...details, text });
      const quiet = () => undefined;
      const logger: Logger = { debug: quiet, info: quiet, warn: note, error: note };
      const serviceAccount = accounts.get(role.toLowerCase()) ?? '';
      const settings = { serviceAccount, serviceAccountOpens: privilegeNames.join() };
      const graph = await openGraph(started, { settings, logger });
      const source = 'blocks { source }';
      // The second post is of the author.
      const {
        menu,
        site: said,
        ...content
      } = await graph.data(`{ menu(by: { location: "primary" }) { name } site { language postsPerPage }
      post: post(by: { databaseId: 101 }) { ${source} } own: post(by: { databaseId: 110 }) { ${source} } page: page(by: { databaseId: 401 }) { ${source} }
      book: book(by: { databaseId: 601 }) { ${source} } }`);
      const sources = Object.values<{ blocks: { source: string } }>(content).map(({ blocks }) => blocks.source);
      const isStored = sources.map((each) => each === 'STORED');
      const opened: Record<Privilege, boolean> = {
        menus: menu !== null,
        settings: said.postsPerPage !== null,
        blocks: isStored.every(Boolean),
        'block-types': graph.schema.getType('CoreImageBlock') !== undefined,
      };
      await graph.close();
      const may = (privilege: Privilege) => roles.indexOf(role) >= roles.indexOf(openingOf(privilege).role);
      expect(opened).toEqual(Object.fromEntries(privilegeNames.map((privilege) => [privilege, may(privilege)])));
      // Whoever may not edit what others have published edits his own at most.
      if (!opened.blocks) expect(isStored).toEqual([false, role === 'Author', false, false]);
      expect(lines.map(({ privilege }) => privilege).sort()).toEqual(
        privilegeNames.filter((each) => !may(each)).sort(),
      );
      for (const { privilege, text } of lines) {
        expect(text).toContain('serviceAccount (PRESSGRAPH_SERVICE_ACCOUNT)');
        if (privilege) expect(text).toContain(`It takes the role ${openingOf(privilege).role}`);
      }
    },
  );
});

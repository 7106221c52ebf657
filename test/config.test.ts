import { describe, expect, it } from 'vitest';
import { checked, checkedSite, resolveSettings } from '../src/config.ts';
import { ConfigError } from '../src/config-error.ts';
import { createGateway } from '../src/gateway.ts';
import { headersIn, millisecondsByKind } from '../src/setting-kinds.ts';
import { type SettingName, settingOf, settings } from '../src/settings.ts';

const numbers = (Object.keys(settings) as SettingName[]).filter((name) => typeof settings[name].default === 'number');

describe.each(numbers)('%s', (name) => {
  const { flag, variable, expected, default: standard } = settingOf(name);
  const [least, most] = (/from (\d+) to (\d+)$/.exec(expected) ?? []).slice(1).map(Number);

  it.each(['', 'abc', '-1', '1.5', '1e3', ' 5', '0x10', '9999999999999', 'NaN'])(
    'refuses "%s", naming flag or variable, value and what is expected',
    (value) => {
      for (const source of [variable, `--${flag}`]) {
        expect(() => checked(name, value, source)).toThrow(new ConfigError(`${source}: ${expected}, not "${value}".`));
      }
    },
  );

  it('takes its own default, as a number and as text', () => {
    expect(checked(name, standard, variable)).toBe(standard);
    expect(checked(name, String(standard), variable)).toBe(standard);
  });

  it('takes the least and the most that it says, and nothing beyond', () => {
    for (const value of [least, most]) expect(checked(name, String(value), variable)).toBe(value);
    for (const value of [Number(least) - 1, Number(most) + 1]) {
      expect(() => checked(name, String(value), variable)).toThrow(ConfigError);
      expect(() => resolveSettings({ [name]: value })).toThrow(`${name}: ${expected}, not "${value}".`);
    }
  });

  it('refuses 0 unless that is the least', () => {
    if (least === 0) expect(checked(name, '0', variable)).toBe(0);
    else expect(() => checked(name, '0', variable)).toThrow(`${variable}: ${expected}, not "0".`);
  });

  it('takes its default when it is left out', () => {
    expect(resolveSettings({ [name]: undefined })[name]).toBe(standard);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1.5, null, true, {}])('refuses %s of the library', (value) => {
    expect(() => resolveSettings({ [name]: value } as never)).toThrow(`${name}: ${expected}`);
  });
});

describe('settings', () => {
  it('are the defaults when nothing is given', () => {
    expect(resolveSettings()).toEqual(
      Object.fromEntries(Object.entries(settings).map(([name, { default: value }]) => [name, value])),
    );
  });

  it('are others in production for what helps those who write queries, unless they are given', () => {
    const off = { graphiql: false, introspection: false, trace: false };
    expect(resolveSettings({}, true)).toEqual({ ...resolveSettings(), ...off });
    expect(resolveSettings({ introspection: true }, true)).toMatchObject({ ...off, introspection: true });
  });

  it('keep what is given, and refuse what there is not', () => {
    expect(resolveSettings({ maxDepth: 3 })).toMatchObject({ maxDepth: 3, maxAliases: settings.maxAliases.default });
    expect(() => resolveSettings({ maxDepht: 3 } as never)).toThrow('"maxDepht"');
    expect(() => resolveSettings({ maxDepth: 0 })).toThrow('maxDepth: must be a whole number');
  });

  it('take switches as words and digits', () => {
    for (const value of [true, 'true', '1']) expect(checked('graphiql', value, 'X')).toBe(true);
    for (const value of [false, 'false', '0']) expect(checked('graphiql', value, 'X')).toBe(false);
    expect(() => checked('graphiql', 'maybe', 'PRESSGRAPH_GRAPHIQL')).toThrow(
      'PRESSGRAPH_GRAPHIQL: must be true or false, not "maybe".',
    );
  });
});

describe('the address to listen at', () => {
  it.each(['127.0.0.1', '::1', '0.0.0.0', 'localhost', 'gateway.example.org'])('takes %s', (value) => {
    expect(checked('host', value, 'HOST')).toBe(value);
  });

  it.each(['', ' ', 'http://localhost', 'two words', 80])('refuses "%s"', (value) => {
    expect(() => checked('host', value, '--host')).toThrow(
      `--host: must be a host name or an address to listen at, not "${value}".`,
    );
  });
});

describe('the address of a site', () => {
  it('is taken as it is, without a fragment', () => {
    expect(checkedSite('https://example.org/blog#x', 'site')).toBe('https://example.org/blog');
  });

  it.each(['nonsense', 'ftp://example.org', 'file:///etc/passwd', 'javascript:alert(1)', ''])(
    'is refused: "%s"',
    (value) => {
      expect(() => checkedSite(value, 'WORDPRESS_URL')).toThrow(/^WORDPRESS_URL: must be the http or https address/);
    },
  );

  it.each([
    'https://user:hunter2@example.org/',
    'https://hunter2@example.org/',
    'ftp://user:hunter2@example.org/',
    'user:hunter2@example.org',
    'https://user:hunter2#@example.org/',
    'https://user:hunter2@not a host/',
    'https://user:hunter2@',
  ])('with a password is refused, without repeating it: "%s"', async (value) => {
    expect(() => checkedSite(value, 'site')).toThrow(/^site: must not hold a user name or password/);
    expect(() => checkedSite(value, 'site')).not.toThrow(/hunter2/);
    await expect(createGateway({ site: value })).rejects.toThrow(ConfigError);
  });

  it('may hold an "@" behind the host', () => {
    expect(checkedSite('https://example.org/@someone', 'site')).toBe('https://example.org/@someone');
  });
});

describe('the address of Redis', () => {
  const take = (value: string) => checked('redis', value, 'REDIS_URL');

  it.each(['', 'redis://host', 'redis://host:6379/2', 'rediss://user:p%23ss@host:6380', 'redis://[::1]:6379?family=6'])(
    'takes "%s"',
    (value) => expect(take(value)).toBe(value),
  );

  it.each(['host:6379', 'redis://', 'redis://host:99999', 'redis:///0', 'redis://host/zero', 'redis://:p#ss@host'])(
    'refuses "%s"',
    (value) => expect(() => take(value)).toThrow(/^REDIS_URL: must be a redis:\/\/ or rediss:\/\/ address, as /),
  );
});

describe('the address of a front end', () => {
  const take = (value: string) => checked('frontEnd', value, '--front-end');

  it.each([
    ['', ''],
    ['https://www.example.org', 'https://www.example.org'],
    ['https://WWW.example.org:443//', 'https://www.example.org'],
    ['http://localhost:3000/magazine/', 'http://localhost:3000/magazine'],
  ])('takes "%s" as "%s"', (value, taken) => expect(take(value)).toBe(taken));

  it.each(['www.example.org', 'ftp://example.org', 'https://', 'https://a b', 'https://x.org/?a', 'https://x.org/#a'])(
    'refuses "%s"',
    (value) => expect(() => take(value)).toThrow(/^--front-end: must be an address as https:\/\/www.example.org or /),
  );

  it('does not repeat a password', () => {
    expect(() => take('https://ann:hunter2@example.org')).toThrow(/^--front-end: must be an address/);
    expect(() => take('https://ann:hunter2@example.org')).not.toThrow(/hunter2/);
  });
});

describe('seconds by kind', () => {
  it('are one number for all, with exceptions', () => {
    expect(millisecondsByKind(5)).toMatchObject({ content: 5_000, terms: 5_000, missing: 5_000 });
    expect(millisecondsByKind('60,terms=600,missing=0')).toMatchObject({
      content: 60_000,
      media: 60_000,
      terms: 600_000,
      missing: 0,
    });
    expect(resolveSettings({ freshFor: 1 }).freshFor).toBe(1);
  });

  it.each(['', 'abc', '-1', '60,', '60,posts=5', '60,terms', 'terms=5', '60;terms=5', '999999999'])(
    'refuse "%s", naming the kinds',
    (value) => {
      expect(() => checked('freshFor', value, '--fresh-for')).toThrow(/^--fresh-for: must be seconds.*missing.*/);
    },
  );
});

describe('headers for the site', () => {
  const variable = 'PRESSGRAPH_UPSTREAM_HEADERS';
  const take = (value: unknown) => checked('upstreamHeaders', value, variable);

  it('are JSON for the command and a map for the library, their names in whatever case', () => {
    const given = { 'CF-Access-Client-Id': 'abc', 'User-Agent': 'Mozilla/5.0 (x; y)', Authorization: 'Basic dTpw' };
    const read = { 'cf-access-client-id': 'abc', 'user-agent': 'Mozilla/5.0 (x; y)', authorization: 'Basic dTpw' };
    expect(headersIn(take(JSON.stringify(given)) as string)).toEqual(read);
    expect(headersIn(resolveSettings({ upstreamHeaders: given }).upstreamHeaders)).toEqual(read);
  });

  it.each(['', '{}'])('may be none: "%s"', (value) => {
    expect(headersIn(take(value) as string)).toEqual({});
  });

  it.each(['hunter2', '["hunter2"]', '"hunter2"', 'null', '5', '{"a":"hunter2"', 7, null, ['hunter2']])(
    'are refused when they are no map: %j',
    (value) => {
      expect(() => take(value)).toThrow(
        new ConfigError(`${variable}: must be a JSON object of headers, as {"CF-Access-Client-Id": "..."}.`),
      );
    },
  );

  it.each<[string, Record<string, unknown>, string]>([
    ['a blank in its name', { 'X Y': 'hunter2' }, 'name 1 of them is no name'],
    ['a line in its name', { 'X\nY': 'hunter2' }, 'name 1 of them is no name'],
    ['no name', { a: 'b', '': 'hunter2' }, 'name 2 of them is no name'],
    ['a whole line for a name', { 'Authorization: Basic hunter2': '' }, 'name 1 of them is no name'],
    ['a value in the place of its name', { 'Basic hunter2': 'Authorization' }, 'name 1 of them is no name'],
    ['a line in its value', { 'X-Y': 'a\r\nHost: hunter2' }, '"X-Y" has a value'],
    ['an empty value', { 'X-Y': '' }, '"X-Y" has a value'],
    ['a blank ahead of its value', { 'X-Y': ' hunter2' }, '"X-Y" has a value'],
    ['a value beyond ASCII', { 'X-Y': 'hünter2' }, '"X-Y" has a value'],
    ['a number for a value', { 'X-Y': 2 }, '"X-Y" has a value'],
    ['a list of values', { 'X-Y': ['hunter2'] }, '"X-Y" has a value'],
    ['a name that is there twice', { 'X-Y': 'hunter2', 'x-y': 'hunter2' }, '"x-y" is there twice'],
    ['the length of all', { 'X-Y': 'hunter2'.repeat(1_000) }, 'no longer than 6000'],
    ...['Host', 'accept', 'Accept-Encoding', 'Connection', 'TE', 'Transfer-Encoding', 'Content-Length', 'Range'].map(
      (name): [string, Record<string, unknown>, string] => [
        `the name ${name}`,
        { [name]: 'hunter2' },
        `"${name}" is for the gateway itself`,
      ],
    ),
    ['the name of a condition', { 'If-None-Match': 'hunter2' }, 'is for the gateway itself'],
    ['the name of one for a proxy', { 'Proxy-Authorization': 'hunter2' }, 'is for the gateway itself'],
  ])('are refused, with the name of what is wrong and not its value: %s', (_what, value, message) => {
    for (const given of [value, JSON.stringify(value)]) {
      expect(() => take(given)).toThrow(ConfigError);
      expect(() => take(given)).toThrow(new RegExp(`^${variable}: must .*${message}`));
      expect(() => take(given)).not.toThrow(/hunter2|hünter2/);
    }
    expect(() => resolveSettings({ upstreamHeaders: value as never })).toThrow(/^upstreamHeaders: must /);
  });
});

describe('secrets', () => {
  it('are not repeated when they are refused', () => {
    expect(() => checked('webhookSecret', 'short', 'PRESSGRAPH_WEBHOOK_SECRET')).toThrow(
      new ConfigError('PRESSGRAPH_WEBHOOK_SECRET: must be at least 16 characters.'),
    );
    expect(() => checked('redis', 'http://:hunter2@host', '--redis')).toThrow(
      new ConfigError(
        '--redis: must be a redis:// or rediss:// address, as redis://host:6379 or redis://:password@host:6379/0.',
      ),
    );
  });
});

describe('a service account', () => {
  const variable = 'PRESSGRAPH_SERVICE_ACCOUNT';

  it.each(['', 'editor:abcd EFGH 1234 ijkl MNOP 5678', 'a@example.org:x', 'zoë q:a:b'])('may be "%s"', (value) => {
    expect(checked('serviceAccount', value, variable)).toBe(value);
  });

  it.each([
    'hunter2',
    ':hunter2',
    'editor:',
    'editor: ',
    ' editor:hunter2',
    'editor:hunter2\n',
    'a\nb:hunter2',
    7,
    null,
  ])('is refused as %j, which is not repeated', (value) => {
    expect(() => checked('serviceAccount', value, variable)).toThrow(
      new ConfigError(
        `${variable}: must be a login and its application password, as "editor:abcd EFGH 1234 ijkl MNOP 5678".`,
      ),
    );
  });

  it('opens what is named', () => {
    expect(resolveSettings({}).serviceAccountOpens).toBe('menus,settings');
    expect(checked('serviceAccountOpens', '', '--service-account-opens')).toBe('');
    expect(() => checked('serviceAccountOpens', 'menus,users', '--service-account-opens')).toThrow(
      '--service-account-opens: must be names separated by commas, of menus, settings, blocks, block-types, not "menus,users".',
    );
  });

  it('goes with no other Authorization', () => {
    const serviceAccount = 'editor:hunter2';
    const both = () => resolveSettings({ serviceAccount, upstreamHeaders: { Authorization: 'Basic x' } });
    expect(both).toThrow(ConfigError);
    expect(both).toThrow(/serviceAccount.*PRESSGRAPH_SERVICE_ACCOUNT.*upstreamHeaders.*PRESSGRAPH_UPSTREAM_HEADERS/);
    expect(both).not.toThrow(/hunter2/);
    expect(resolveSettings({ serviceAccount, upstreamHeaders: { 'X-Gate': 'x' } })).toMatchObject({ serviceAccount });
  });
});

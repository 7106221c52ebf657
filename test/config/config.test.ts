import { describe, expect, it } from 'vitest';
import { checked, checkedSite, resolveSettings, type SettingName, settings } from '../../src/config.ts';

const numbers = (Object.keys(settings) as SettingName[]).filter((name) => typeof settings[name].default === 'number');

describe.each(numbers)('%s', (name) => {
  const { variable, expected, default: standard } = settings[name];

  it.each(['', 'abc', '-1', '1.5', '1e3', ' 5', '0x10', '99999999999', 'NaN'])(
    'refuses "%s", naming variable, value and what is expected',
    (value) => {
      expect(() => checked(name, value, variable)).toThrow(`${variable}: ${expected}, not "${value}".`);
    },
  );

  it('takes its own default, as a number and as text', () => {
    expect(checked(name, standard, variable)).toBe(standard);
    expect(checked(name, String(standard), variable)).toBe(standard);
  });

  it('takes 0 only where the least is 0', () => {
    const least = Number(/from (\d+)/.exec(expected)?.[1]);
    if (least === 0) expect(checked(name, '0', variable)).toBe(0);
    else expect(() => checked(name, '0', variable)).toThrow(variable);
  });
});

describe('settings', () => {
  it('are the defaults when nothing is given', () => {
    expect(resolveSettings()).toEqual(
      Object.fromEntries(Object.entries(settings).map(([name, { default: value }]) => [name, value])),
    );
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

  it.each(['https://user:hunter2@example.org/', 'ftp://user:hunter2@example.org/'])(
    'with a password is refused, without repeating it',
    (value) => {
      expect(() => checkedSite(value, 'site')).toThrow(/must not hold a user name or password/);
      expect(() => checkedSite(value, 'site')).not.toThrow(/hunter2/);
    },
  );
});

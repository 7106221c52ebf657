import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../src/config-error.ts';
import { readConfigFile } from '../src/config-file.ts';
import { type SettingName, type SettingValue, settingOf, settings } from '../src/settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressgraph-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const path = join(folder, 'pressgraph.json');
  writeFileSync(path, text);
  return path;
}

const read = (content: unknown) => readConfigFile(written(JSON.stringify(content)));
const messageOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message.replace(folder, '').replace(/^\//, '');
  }
  throw new Error('Nothing was refused.');
};

describe('a configuration file', () => {
  it('says which site, what its types are called, where ids lead, and any setting', () => {
    const types = { movie: { name: 'Film', plural: 'films' } };
    const relations = { 'book.customFields.relatedIds': 'post' };
    expect(read({ site: 'https://example.org', types, relations, maxDepth: 20, graphiql: false, freshFor: 5 })).toEqual(
      {
        site: 'https://example.org/',
        types,
        relations,
        settings: { maxDepth: 20, graphiql: false, freshFor: 5 },
      },
    );
    expect(read({})).toEqual({ settings: {} });
  });

  it('takes every setting by its name', () => {
    const values: Readonly<Partial<Record<SettingName, SettingValue>>> = {
      upstreamHeaders: { 'X-Gate': 'open' },
      webhookSecret: '0123456789abcdef',
      redis: 'redis://host:6379',
    };
    const names = Object.keys(settings) as SettingName[];
    const all = Object.fromEntries(names.map((name) => [name, values[name] ?? settingOf(name).default]));
    expect(read(all)).toEqual({ settings: all });
  });

  it('may begin with the mark of its order of bytes, as editors put it there', () => {
    expect(readConfigFile(written('\uFEFF{"maxDepth": 3}'))).toEqual({ settings: { maxDepth: 3 } });
  });

  it.each<[string, unknown, string]>([
    ['a mistyped member', { maxDepht: 3 }, 'pressgraph.json: there is no member "maxDepht". Did you mean "maxDepth"?'],
    [
      'a setting as a flag',
      { 'max-depth': 3 },
      'pressgraph.json: there is no member "max-depth". Did you mean "maxDepth"?',
    ],
    ['a name of every object', { toString: 3 }, 'pressgraph.json: there is no member "toString".'],
    ['a bad value', { maxDepth: 0 }, 'pressgraph.json: maxDepth: must be a whole number from 1 to 1000, not "0".'],
    [
      'no text for the site',
      { site: 5 },
      'pressgraph.json: site: must be the address of a WordPress site, as "https://example.org".',
    ],
    ['half an address', { site: 'example.org' }, 'pressgraph.json: site: must be the http or https address'],
    [
      'a name that is none',
      { types: { movie: { name: 'f' } } },
      'pressgraph.json: types.movie.name: must be the name of a type',
    ],
    ['a way that is none', { relations: { a: 'post' } }, 'pressgraph.json: relations["a"]: must name a field'],
    ['a menu that is none', { menus: { primary: 'x' } }, 'pressgraph.json: menus["primary"]: must be a list of items'],
    ['a list', [], 'pressgraph.json: must be a JSON object, as { "site": "https://example.org", "maxDepth": 10 }.'],
    ['nothing', null, 'pressgraph.json: must be a JSON object'],
  ])('is refused for %s, by its name', (_what, content, message) => {
    expect(messageOf(() => read(content))).toContain(message);
  });

  it.each([
    ['{\n  "maxDepth": 3,\n  hunter2\n}', 3],
    ['{ "webhookSecret": "hunter2" ', undefined],
    ['hunter2', undefined],
    ['', undefined],
  ])('is refused where it is no JSON, and nothing of it is told: %j', (text, line) => {
    const message = messageOf(() => readConfigFile(written(text)));
    expect(message).toMatch(/^pressgraph\.json: must be a JSON object.*, and is no JSON(; look at line \d+)?\.$/);
    if (line !== undefined) expect(message).toContain(`look at line ${line}.`);
    expect(message).not.toContain('hunter2');
  });

  it.each([
    [{ webhookSecret: 'hunter2' }],
    [{ upstreamHeaders: { 'X Gate': 'hunter2' } }],
    [{ upstreamHeaders: 'hunter2' }],
    [{ redis: 'redis://:hunter2@host:99999' }],
    [{ site: 'https://me:hunter2@example.org' }],
  ])('keeps secrets to itself: %j', (content) => {
    expect(messageOf(() => read(content))).not.toContain('hunter2');
  });

  it('has to be there, and to be a file', () => {
    expect(messageOf(() => readConfigFile(join(folder, 'none.json')))).toBe('none.json: there is no such file.');
    expect(messageOf(() => readConfigFile(folder))).toContain('cannot be read (EISDIR).');
  });
});

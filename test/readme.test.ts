import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../src/errors.ts';
import { type SettingName, settingOf, settings } from '../src/settings.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The rows of the first table below a heading. */
function rows(heading: string): string[] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2);
}

describe('the README', () => {
  it('has the settings that there are', () => {
    const names = Object.keys(settings) as SettingName[];
    const expected = names.map(settingOf).map(({ flag, variable, default: standard, help }) => {
      const usage = flag === undefined ? 'none' : `\`--${standard === true ? 'no-' : ''}${flag}\``;
      return `| ${usage} | \`${variable}\` | ${standard === '' ? 'none' : `\`${standard}\``} | ${help} |`;
    });
    expect(rows('Configuration')).toEqual(expected);
  });

  it('has the error codes that there are', () => {
    expect(rows('Errors')).toEqual(Object.entries(errorCodes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`));
  });

  it('names scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !((name as string) in scripts))).toEqual([]);
  });
});

describe('SECURITY.md', () => {
  const security = readFileSync(new URL('../SECURITY.md', import.meta.url), 'utf8');

  it('names tests and settings that there are', () => {
    const paths = [...security.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path]) => path as string);
    // What the fuzzer finds is not kept.
    const missing = paths.filter(
      (path) => path !== 'test/fuzz/found' && !existsSync(new URL(`../${path}`, import.meta.url)),
    );
    expect(missing).toEqual([]);
    const flags = (Object.keys(settings) as SettingName[]).map((name) => settingOf(name).flag);
    const named = [...security.matchAll(/`--(max-[\w-]+|[\w-]+-(?:timeout|queue|bytes))`/g)].map(([, flag]) => flag);
    expect(named.filter((flag) => !flags.includes(flag))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });
});

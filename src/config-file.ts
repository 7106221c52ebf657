/**
 * The file of `--config`: site, names, relations, menus and settings as JSON, each under its name. What the command is told by flags and
 * variables beats it.
 * Repeats no secret, and nothing of a file that is broken.
 */
import { readFileSync } from 'node:fs';
import { checked, checkedSite } from './config.ts';
import { ConfigError } from './config-error.ts';
import type { Renames } from './dialects/pressgraph/site-names.ts';
import type { ConfiguredMenus } from './graph/menus/configured-menus.ts';
import { type SettingName, type Settings, settings } from './settings.ts';
import { checkedMenus, checkedRelations, checkedTypes, type Relations } from './site-config.ts';
import { didYouMean } from './suggestion.ts';

/** What a file says; all of it checked. */
export interface ConfigFile {
  readonly site?: string;
  readonly types?: Renames;
  readonly relations?: Relations;
  readonly menus?: ConfiguredMenus;
  readonly settings: Partial<Settings>;
}

const own = ['site', 'types', 'relations', 'menus'];
const settingNames = Object.keys(settings);

/**
 * @param path as the user gave it
 * @throws ConfigError naming the file, and the member in it
 */
export function readConfigFile(path: string): ConfigFile {
  const given = parsed(textOf(path), path);
  for (const name of Object.keys(given)) {
    if (own.includes(name) || settingNames.includes(name)) continue;
    throw new ConfigError(`${path}: there is no member "${name}".${didYouMean(name, [...own, ...settingNames])}`);
  }
  const { site, types, relations, menus, ...rest } = given;
  if (site !== undefined && typeof site !== 'string') {
    throw new ConfigError(`${path}: site: must be the address of a WordPress site, as "https://example.org".`);
  }
  return {
    ...(site !== undefined && { site: checkedSite(site, `${path}: site`) }),
    ...(types !== undefined && { types: checkedTypes(types, `${path}: types`) }),
    ...(relations !== undefined && { relations: checkedRelations(relations, `${path}: relations`) }),
    ...(menus !== undefined && { menus: checkedMenus(menus, `${path}: menus`) }),
    settings: Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name, checked(name as SettingName, value, `${path}: ${name}`)]),
    ),
  };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`${path}: ${code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`}.`);
  }
}

function parsed(text: string, path: string): Readonly<Record<string, unknown>> {
  const expected = 'must be a JSON object, as { "site": "https://example.org", "maxDepth": 10 }';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // The message repeats what stands around the mistake.
    const at = /at position (\d+)/.exec((error as Error).message)?.[1];
    const line = at === undefined ? '' : `; look at line ${text.slice(0, Number(at)).split('\n').length}`;
    throw new ConfigError(`${path}: ${expected}, and is no JSON${line}.`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ConfigError(`${path}: ${expected}.`);
}

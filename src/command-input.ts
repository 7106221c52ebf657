/**
 * What the command is told: settings, site and level of the log, from its arguments, its environment and a file. A flag beats its
 * variable, a variable the file of `--config`, that the default; an empty variable counts as not set.
 * Knows no process: the environment is given to it.
 */
import { pino } from 'pino';
import { checked, checkedSite, defaultOf } from './config.ts';
import { ConfigError } from './config-error.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { type SettingName, type Settings, settingOf, settings } from './settings.ts';
import { didYouMean } from './suggestion.ts';

/** Options as the command line has them, by their names in camelCase. */
export type Options = Readonly<Record<string, string | boolean>>;

/** Variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The address of the site, where no argument gives it. */
export const siteVariable = 'WORDPRESS_URL';
export const configVariable = 'PRESSGRAPH_CONFIG';
const logVariable = 'LOG_LEVEL';
const prefix = 'PRESSGRAPH_';
const names = Object.keys(settings) as SettingName[];

/** What stands in the file that is named; nothing where none is. */
export function fileFrom(options: Options, environment: Environment): ConfigFile {
  const path = options.config ?? environment[configVariable];
  if (options.config === '') throw new ConfigError('--config: must be the path of a JSON file, not "".');
  return path ? readConfigFile(String(path)) : { settings: {} };
}

/** @param production whether the program serves the public, where some defaults are others */
export function settingsFrom(
  options: Options,
  environment: Environment,
  production: boolean,
  file: ConfigFile['settings'] = {},
): Settings {
  refuseUnknownVariables(environment);
  const entries = names.map((name) => {
    const { flag, variable } = settingOf(name);
    const given = flag && options[camelCase(flag)];
    if (given !== undefined) return [name, checked(name, given, `--${flag}`)];
    const fromEnvironment = environment[variable];
    if (fromEnvironment) return [name, checked(name, fromEnvironment, variable)];
    return [name, file[name] ?? defaultOf(name, production)];
  });
  return Object.fromEntries(entries) as Settings;
}

function camelCase(flag: string): string {
  return flag.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** A mistyped variable would be a limit that holds for nobody. */
function refuseUnknownVariables(environment: Environment): void {
  const known = [...names.map((name) => settingOf(name).variable), siteVariable, configVariable, logVariable];
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith(prefix) || !value || known.includes(name) || isOfService(name, value)) continue;
    // Some of the variables are without the prefix, as other programs have them.
    const bare = [name.slice(prefix.length), `${name.slice(prefix.length)}_URL`].find((other) => known.includes(other));
    throw new ConfigError(
      `There is no variable ${name}.${bare ? ` Did you mean "${bare}"?` : didYouMean(name, known)}`,
    );
  }
}

/** What Kubernetes tells each container of a service that is called pressgraph, or pressgraph-redis. */
function isOfService(name: string, value: string): boolean {
  if (/_SERVICE_(HOST|PORT(_\w+)?)$|_PORT_\d+_(TCP|UDP|SCTP)_(PROTO|PORT|ADDR)$/.test(name)) return true;
  return /_PORT(_\d+_(TCP|UDP|SCTP))?$/.test(name) && /^(tcp|udp|sctp):\/\//.test(value);
}

/** @param commands names that are no address, and may be meant by one that is none either */
export function siteFrom(
  argument: string | undefined,
  environment: Environment,
  commands: readonly string[],
  file?: string,
): string | undefined {
  if (argument === undefined) {
    const fromEnvironment = environment[siteVariable];
    return fromEnvironment ? checkedSite(fromEnvironment, siteVariable) : file;
  }
  try {
    return checkedSite(argument, 'site');
  } catch (error) {
    if (!(error instanceof ConfigError) || !/^[a-z-]+$/i.test(argument)) throw error;
    throw new ConfigError(
      `${error.message} Nor is it a command: there are ${listed(commands)}.${didYouMean(argument, commands)}`,
    );
  }
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** How much is logged. */
export function logLevelFrom(environment: Environment): string {
  const levels = [...Object.keys(pino.levels.values), 'silent'];
  const level = environment[logVariable] || 'warn';
  if (levels.includes(level)) return level;
  throw new ConfigError(
    `${logVariable}: must be one of ${levels.join(', ')}, not "${level}".${didYouMean(level, levels)}`,
  );
}

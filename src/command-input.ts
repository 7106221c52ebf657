/**
 * What the command is told: settings, site and level of the log, from its arguments and its environment. A flag beats its
 * variable, a variable the default; an empty variable counts as not set.
 * Knows no process: the environment is given to it.
 */
import { pino } from 'pino';
import { checked, checkedSite, defaultOf } from './config.ts';
import { ConfigError } from './config-error.ts';
import { type SettingName, type Settings, settingOf, settings } from './settings.ts';
import { didYouMean } from './suggestion.ts';

/** Options as the command line has them, by their names in camelCase. */
export type Options = Readonly<Record<string, string | boolean>>;

/** Variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The address of the site, where no argument gives it. */
export const siteVariable = 'WORDPRESS_URL';
const logVariable = 'LOG_LEVEL';
const prefix = 'PRESSGRAPH_';
const names = Object.keys(settings) as SettingName[];

/** @param production whether the program serves the public, where some defaults are others */
export function settingsFrom(options: Options, environment: Environment, production: boolean): Settings {
  refuseUnknownVariables(environment);
  const entries = names.map((name) => {
    const { flag, variable } = settingOf(name);
    const given = flag && options[camelCase(flag)];
    if (given !== undefined) return [name, checked(name, given, `--${flag}`)];
    const fromEnvironment = environment[variable];
    if (fromEnvironment) return [name, checked(name, fromEnvironment, variable)];
    return [name, defaultOf(name, production)];
  });
  return Object.fromEntries(entries) as Settings;
}

function camelCase(flag: string): string {
  return flag.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** A mistyped variable would be a limit that holds for nobody. */
function refuseUnknownVariables(environment: Environment): void {
  const known = [...names.map((name) => settingOf(name).variable), siteVariable, logVariable];
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
): string | undefined {
  if (argument === undefined) {
    const fromEnvironment = environment[siteVariable];
    return fromEnvironment ? checkedSite(fromEnvironment, siteVariable) : undefined;
  }
  try {
    return checkedSite(argument, 'site');
  } catch (error) {
    if (!(error instanceof ConfigError) || !/^[a-z-]+$/i.test(argument)) throw error;
    throw new ConfigError(
      `${error.message} Nor is it a command: there are ${commands.join(' and ')}.${didYouMean(argument, commands)}`,
    );
  }
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

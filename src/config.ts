/**
 * Values for the settings, and for the address of the site: where they come from (what is given, else the default), and how bad
 * ones are refused.
 */
import { ConfigError } from './config-error.ts';
import { headersIn } from './setting-kinds.ts';
import { type SettingName, type Settings, type SettingValue, settingOf, settings } from './settings.ts';
import { didYouMean } from './suggestion.ts';

/** The value of a setting that is left out. */
export function defaultOf(name: SettingName, production: boolean): SettingValue {
  const { default: byDefault, inProduction } = settingOf(name);
  return production && inProduction !== undefined ? inProduction : byDefault;
}

/**
 * Settings for the library: those left out take their default.
 * @param production whether the program is in production, where some defaults are others
 * @throws ConfigError naming the setting
 */
export function resolveSettings(given: Partial<Settings> = {}, production = false): Settings {
  const names = Object.keys(settings) as SettingName[];
  for (const name of Object.keys(given)) {
    if (names.includes(name as SettingName)) continue;
    throw new ConfigError(`There is no setting "${name}".${didYouMean(name, names)}`);
  }
  const resolved = Object.fromEntries(
    names.map((name) => [
      name,
      given[name] === undefined ? defaultOf(name, production) : checked(name, given[name], name),
    ]),
  ) as unknown as Settings;
  if (resolved.corsCredentials && ['*', 'none'].includes(resolved.corsOrigins)) {
    throw new ConfigError(
      `corsCredentials, --cors-credentials: browsers send none unless the origins are named; name them by corsOrigins, --cors-origins, not "${resolved.corsOrigins}".`,
    );
  }
  if (resolved.serviceAccount && headersIn(resolved.upstreamHeaders).authorization !== undefined) {
    throw new ConfigError(
      'serviceAccount, PRESSGRAPH_SERVICE_ACCOUNT: goes with no Authorization in upstreamHeaders, PRESSGRAPH_UPSTREAM_HEADERS, since a request has one only; leave one of them out.',
    );
  }
  return resolved;
}

/**
 * The value of a setting as it was given to the command.
 * @param source how the user spelled it: `--port` or `PORT`
 */
export function checked(name: SettingName, value: unknown, source: string): SettingValue {
  const setting = settingOf(name);
  const parsed = setting.parse(value);
  if (parsed !== undefined) return parsed;
  // A secret, or an address with a password in it, is not repeated.
  const given = setting.isSecret || String(value).includes('@') ? '' : `, not "${String(value)}"`;
  throw new ConfigError(`${source}: ${setting.faultOf?.(value) ?? setting.expected}${given}.`);
}

/**
 * A site's address as an operator gives it.
 * @throws ConfigError for what is not an http(s) URL, and for one with credentials in it: they would end up in logs
 */
export function checkedSite(value: string, source: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  // What is no address may still be a mistyped one with a password before its "@".
  if (url?.username || url?.password || (!isWeb && value.includes('@'))) {
    throw new ConfigError(
      `${source}: must not hold a user name or password; clients send their own Authorization header, and PRESSGRAPH_UPSTREAM_HEADERS holds what a gate in front of the site wants.`,
    );
  }
  if (!url || !isWeb) {
    // A host alone, as people write it.
    const meant = /^[\w-]+(\.[\w-]+|:\d+)+(\/|$)/.test(value) ? ` Did you mean "https://${value}"?` : '';
    throw new ConfigError(
      `${source}: must be the http or https address of a WordPress site, e.g. https://example.org, not "${value}".${meant}`,
    );
  }
  url.hash = '';
  return url.href;
}

/**
 * The kinds of settings: numbers, switches, texts, choices, times and headers, each with how it is written and how a bad value is refused.
 * Knows no single setting; these stand in `config.ts`.
 */
import { expectedService, readImageService } from './image-service.ts';
import { type KeptKind, keptKinds } from './kept-kinds.ts';

/** One setting: how it is spelled, what it means, and which values it takes. */
export interface Setting<T> {
  /** Flag of the command, without `--`; none for a secret, which would show in the list of processes. */
  readonly flag?: string;
  /** Environment variable. */
  readonly variable: string;
  readonly default: T;
  /** The default where NODE_ENV is production, if that is another. */
  readonly inProduction?: T;
  /** What is said of a bad value: "must be ...". */
  readonly expected: string;
  readonly help: string;
  /** Whether it is never repeated, whatever is wrong with it. */
  readonly isSecret?: boolean;
  /** A value as the library or the command is given it, the command's as text; `undefined` for one that is not taken. */
  parse(given: unknown): T | undefined;
  /** What is wrong with a value that is not taken, where more can be said than what is expected. */
  faultOf?(given: unknown): string | undefined;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

const switches: ReadonlyMap<unknown, boolean> = new Map([
  ...[true, 'true', '1'].map((value) => [value, true] as const),
  ...[false, 'false', '0'].map((value) => [value, false] as const),
]);

export const number = (
  flag: string,
  variable: string,
  byDefault: number,
  [least, most]: readonly [number, number],
  help: string,
): Setting<number> => ({
  flag,
  variable,
  default: byDefault,
  expected: `must be a whole number from ${least} to ${most}`,
  help,
  parse(given) {
    const value = matches(given, /^\d+$/) ? Number(given) : given;
    return isWhole(value, least, most) ? value : undefined;
  },
});

export const onOff = (
  flag: string,
  variable: string,
  byDefault: boolean,
  inProduction: boolean,
  help: string,
): Setting<boolean> => ({
  flag,
  variable,
  default: byDefault,
  inProduction,
  expected: 'must be true or false',
  help,
  parse: (given) => switches.get(given),
});

/** A text of a form. */
export const text = (row: Omit<Setting<string>, 'parse'>, pattern: RegExp): Setting<string> => ({
  ...row,
  parse: (given) => (matches(given, pattern) ? given : undefined),
});

/** A text that nothing repeats, and that has no flag; none when it is empty. */
export const secret = (variable: string, pattern: RegExp, expected: string, help: string): Setting<string> =>
  text({ variable, default: '', expected, isSecret: true, help }, pattern);

const originForm = 'must be *, none, or origins separated by commas, as https://example.org,http://localhost:3000';

/** Origins of web pages, as browsers name them. */
export const origins = (flag: string, variable: string, byDefault: string, help: string): Setting<string> => ({
  flag,
  variable,
  default: byDefault,
  expected: originForm,
  help,
  parse(given) {
    if (typeof given !== 'string') return undefined;
    if (given === '*' || given === 'none' || given === '') return given || 'none';
    const named = given.split(',').map((origin) => origin.trim());
    return named.every((origin) => nameOf(origin) === origin) ? named.join(',') : undefined;
  },
  faultOf(given) {
    if (typeof given !== 'string') return undefined;
    for (const origin of given.split(',').map((each) => each.trim())) {
      const name = nameOf(origin);
      if (name !== undefined && name !== origin) return `${originForm} (browsers say ${name})`;
    }
    return undefined;
  },
});

/** How browsers name the origin of an address; that of an app may have a scheme of its own. */
function nameOf(address: string): string | undefined {
  if (!/^[a-z][a-z\d+.-]*:\/\/[^\s*@]+$/i.test(address) || !URL.canParse(address)) return undefined;
  const { origin, protocol, host } = new URL(address);
  return origin === 'null' ? `${protocol}//${host}` : origin;
}

/** An address of the web, without a slash at its end; or none. */
export const address = (flag: string, variable: string, help: string): Setting<string> => ({
  flag,
  variable,
  default: '',
  expected: 'must be an address as https://www.example.org or https://www.example.org/magazine, without credentials',
  help,
  parse(given) {
    if (given === '') return given;
    if (!matches(given, /^https?:\/\/[^\s?#@]+$/i) || !URL.canParse(given)) return undefined;
    return new URL(given).href.replace(/\/+$/, '');
  },
});

/** The address of a Redis, with the number of a database as its path; or none. */
export const redisAddress = (row: Omit<Setting<string>, 'parse'>): Setting<string> => ({
  ...row,
  parse(given) {
    if (given === '') return given;
    if (!matches(given, /^rediss?:\/\/\S+$/) || !URL.canParse(given)) return undefined;
    const { hostname, pathname } = new URL(given);
    return hostname && /^\/?\d*$/.test(pathname) ? given : undefined;
  },
});

/** The service that makes images of other sizes. */
export const imageService = (flag: string, variable: string, help: string): Setting<string> => ({
  flag,
  variable,
  default: '',
  expected: expectedService,
  help,
  parse(given) {
    if (typeof given !== 'string') return undefined;
    const read = readImageService(given);
    return typeof read === 'object' ? undefined : given;
  },
  faultOf(given) {
    const read = typeof given === 'string' ? readImageService(given) : undefined;
    return typeof read === 'object' ? read.fault : undefined;
  },
});

/** Some of a few names, separated by commas; none of them when it is empty. */
export const someOf = (
  flag: string,
  variable: string,
  names: readonly string[],
  help: string,
  byDefault = '',
): Setting<string> => ({
  flag,
  variable,
  default: byDefault,
  expected: `must be names separated by commas, of ${names.join(', ')}`,
  help,
  parse(given) {
    if (typeof given !== 'string') return undefined;
    return given === '' || given.split(',').every((name) => names.includes(name)) ? given : undefined;
  },
});

const secondsPattern = new RegExp(`^\\d{1,8}(,(${keptKinds.join('|')})=\\d{1,8})*$`);

export const seconds = (flag: string, variable: string, byDefault: string, help: string): Setting<string | number> => ({
  flag,
  variable,
  default: byDefault,
  expected: `must be seconds, or seconds for each kind as "60,terms=600" (kinds: ${keptKinds.join(', ')})`,
  help,
  parse: (given) => (matches(given, secondsPattern) || isWhole(given, 0, 99_999_999) ? given : undefined),
});

/** Milliseconds by kind of a setting in seconds, such as `60,terms=600`. */
export function millisecondsByKind(value: string | number): Record<KeptKind, number> {
  const [usual = '0', ...exceptions] = String(value).split(',');
  const byKind = Object.fromEntries(keptKinds.map((kind) => [kind, 1_000 * Number(usual)])) as Record<KeptKind, number>;
  for (const exception of exceptions) {
    const [kind, own] = exception.split('=');
    byKind[kind as KeptKind] = 1_000 * Number(own);
  }
  return byKind;
}

/** Headers by their names. */
export type HeaderValues = Readonly<Record<string, string>>;

const notHeaders = 'must be a JSON object of headers, as {"CF-Access-Client-Id": "..."}';

/** Headers by name, as a map or as JSON of one. */
export const headers = (variable: string, help: string): Setting<string | HeaderValues> => ({
  variable,
  default: '',
  expected: notHeaders,
  help,
  isSecret: true,
  parse: (given) => (typeof readHeaders(given) === 'string' ? undefined : (given as string | HeaderValues)),
  faultOf(given) {
    const read = readHeaders(given);
    return typeof read === 'string' ? read : undefined;
  },
});

/** The headers of a setting of that kind that was taken, by their names in lower case. */
export function headersIn(value: string | HeaderValues): HeaderValues {
  const read = readHeaders(value);
  return typeof read === 'string' ? {} : Object.fromEntries(read);
}

/** What web servers take of all headers together, and of what else there is. */
const longestHeaders = 6_000;

/** What the connection or the gateway itself has to say: how it is kept, what is asked for, and in which form. */
const reservedHeaders = new Set([
  ...['connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect', 'host', 'content-length'],
  ...['content-type', 'content-encoding', 'accept', 'accept-encoding', 'range'],
]);
const reservedKinds = /^(proxy-|if-)/;

/** Headers, or what is wrong with one; that names it, if it has a name, and never repeats its value. */
function readHeaders(given: unknown): ReadonlyMap<string, string> | string {
  if (given === '') return new Map();
  const wire = typeof given === 'string' ? parsedJson(given) : given;
  if (typeof wire !== 'object' || wire === null || Array.isArray(wire)) return notHeaders;
  const found = new Map<string, string>();
  let length = 0;
  for (const [index, [name, value]] of Object.entries(wire).entries()) {
    const fault = 'must name headers and their values, and';
    // It may be a whole line, value and all, or a value in the place of its name.
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) return `${fault} name ${index + 1} of them is no name of a header`;
    const header = `${fault} "${name.slice(0, 60)}"`;
    const key = name.toLowerCase();
    if (reservedHeaders.has(key) || reservedKinds.test(key)) return `${header} is for the gateway itself to say`;
    if (found.has(key)) return `${header} is there twice`;
    if (typeof value !== 'string' || !/^[\x21-\x7e]([\x20-\x7e\t]*[\x21-\x7e])?$/.test(value)) {
      return `${header} has a value that is not one line of ASCII characters, without blanks around it`;
    }
    length += name.length + value.length;
    found.set(key, value);
  }
  return length > longestHeaders ? `must be no longer than ${longestHeaders} characters in all` : found;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

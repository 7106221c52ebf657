/**
 * The kinds of settings: numbers, switches, choices and times, each with how it is written and how a bad value is refused.
 * Knows no single setting; these stand in `config.ts`.
 */
import * as z from 'zod';
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
  readonly parse: z.ZodType<T>;
}

const wholeNumber = (least: number, most: number) =>
  z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
    .pipe(z.number().int().min(least).max(most)) as unknown as z.ZodType<number>;

const switchValue = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1')])
  .pipe(z.boolean()) as unknown as z.ZodType<boolean>;

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
  parse: wholeNumber(least, most),
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
  parse: switchValue,
});

/** Some of a few names, separated by commas; none of them when it is empty. */
export const someOf = (flag: string, variable: string, names: readonly string[], help: string): Setting<string> => ({
  flag,
  variable,
  default: '',
  expected: `must be names separated by commas, of ${names.join(', ')}`,
  help,
  parse: z.string().refine((value) => value === '' || value.split(',').every((name) => names.includes(name))),
});

const secondsPattern = new RegExp(`^\\d{1,8}(,(${keptKinds.join('|')})=\\d{1,8})*$`);

export const seconds = (flag: string, variable: string, byDefault: string, help: string): Setting<string | number> => ({
  flag,
  variable,
  default: byDefault,
  expected: `must be seconds, or seconds for each kind as "60,terms=600" (kinds: ${keptKinds.join(', ')})`,
  help,
  parse: z.union([z.number().int().min(0).max(99_999_999), z.string().regex(secondsPattern)]),
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

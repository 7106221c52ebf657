/**
 * The words in the names that a site gives, and how the graph writes them. Knows no name of either.
 *
 * Sites write `case_study`, `case-study`, `caseStudy`, `städte` or `книги`; names of a graph are letters without accents, digits and
 * `_`, and no digit comes first.
 */
import anyAscii from 'any-ascii';
import pluralize from 'pluralize-esm';
import { capitalized } from './names.ts';

/** Longer ones help nobody, and custom fields may be called by whole sentences. */
export const longestName = 100;

/** `case_study` -> `caseStudy`. */
export function camelCase(name: string): string {
  return joined(wordsIn(name).map((word, at) => (at === 0 ? word : capitalized(word))));
}

/** `case_study` -> `CaseStudy`. */
export function pascalCase(name: string): string {
  return joined(wordsIn(name).map(capitalized));
}

/** `caseStudy` -> `caseStudies`; none for what is the same for many (`news`). */
export function pluralOf(name: string): string | undefined {
  const last = /[A-Z]?[^A-Z]*$/.exec(name)?.[0] ?? '';
  if (last === '' || pluralize.isPlural(last)) return undefined;
  return `${name.slice(0, -last.length)}${pluralize.plural(last)}`;
}

/** As it stands in a sentence: `caseStudy`, `case_study` -> `case study`. */
export function spaced(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(lowered)
    .join(' ');
}

/** A label in a sentence: `Case Studies` -> `case studies`; `FAQs` stays. */
export function lowered(label: string): string {
  return label.replace(/\p{L}+/gu, (word) => (/^.\P{Lu}*$/u.test(word) ? word.toLowerCase() : word));
}

/** `titleField`, `titleField2`, ... Ends: there are fewer names than numbers. */
export function firstFree(stem: string, ending: string, isFree: (name: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const end = `${ending}${count > 1 ? count : ''}`;
    const name = `${stem.slice(0, longestName - end.length)}${end}`;
    if (isFree(name)) return name;
  }
}

/** At least one, of lower-case letters and digits. */
function wordsIn(name: string): readonly string[] {
  const words = anyAscii(name)
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  if (words.length > 0) return words;
  // Nothing that can be written: by its numbers in Unicode.
  return [`u${[...name].map((sign) => sign.codePointAt(0)?.toString(16)).join('u')}`];
}

/** Two numbers stay apart: `line_1_2` is not `line_12`. */
function joined(words: readonly string[]): string {
  const name = words.reduce((all, word) => `${all}${/\d$/.test(all) && /^\d/.test(word) ? '_' : ''}${word}`);
  return (/^\d/.test(name) ? `_${name}` : name).slice(0, longestName);
}

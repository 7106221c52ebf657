/**
 * The JSON of an answer amid what plugins print around it: PHP notices and left-over debugging ahead of it, on its own line
 * too, comments of page caches and figures behind it.
 * Knows what WordPress answers with, so that a bracket in a notice is not taken for it; where two could be meant, none is. Goes
 * over an answer a few times at most, whatever is in it.
 */
import { isMap, readMember } from '../values.ts';
import { endOf, isBlank, isTooMuch, opensDocument, opensLikeJson, type TooMuch } from './brackets.ts';
import { errorStatusOf } from './error-body.ts';

/** How often the whole answer may be gone through for the end of brackets, how many are parsed, and how many things are hidden. */
const [mostPasses, mostParsed, mostHidden] = [3, 10, 1_000];

/** Something that is JSON, and where it stands. Comments and scripts count as not there. */
interface Find {
  readonly json: unknown;
  /** There is nothing ahead of it. */
  readonly isFirst: boolean;
  /** Ahead of it on its line there is nothing but tags and other finds. */
  readonly hasOwnLine: boolean;
  /** It ends the answer to the byte, which what is printed in words does not, and follows what is ahead of it at once. */
  readonly isAppended: boolean;
  /** There is nothing behind it. */
  isLast: boolean;
}

/** `undefined` where there is none, or more than one. */
export function findJson(
  bytes: Uint8Array,
  parse: (bytes: Uint8Array) => unknown,
): { readonly json: unknown } | TooMuch | undefined {
  const finds = findAll(bytes, parse);
  if (!Array.isArray(finds)) return finds;
  const answers = finds.filter(mayBeAnswer);
  // Where nothing is what WordPress answers with, some map of a plugin's own may be.
  const last = finds.filter(({ json, isLast, hasOwnLine }) => isMap(json) && isLast && hasOwnLine);
  const [found, ...others] = answers.length > 0 ? answers : last;
  return found && others.length === 0 && !isDoubtful(found, finds) ? { json: found.json } : undefined;
}

function findAll(bytes: Uint8Array, parse: (bytes: Uint8Array) => unknown): Find[] | TooMuch | undefined {
  const finds: Find[] = [];
  const endOfHidden = hiddenIn(bytes);
  let left = mostPasses * bytes.length;
  let [parses, hiddenThings] = [0, 0];
  let [isFirst, hasOwnLine] = [true, true];
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index];
    const hidden = byte === lessThan ? endOfHidden(index) : undefined;
    if (hidden === 'page') return undefined;
    if (hidden !== undefined) {
      if (++hiddenThings > mostHidden) return undefined;
      index = hidden;
      hasOwnLine = true;
      continue;
    }
    if (isBlank(byte)) {
      if (byte === 0x0a || byte === 0x0d) hasOwnLine = true;
      index++;
      continue;
    }
    for (const find of finds) find.isLast = false;
    if (opensLikeJson(bytes, index)) {
      const end = endOf(bytes, index);
      if (isTooMuch(end)) return end;
      const isClosed = end <= bytes.length;
      left -= end - index;
      // An answer that breaks off: what is whole within it is a part of it.
      if (left < 0 || (isClosed ? ++parses > mostParsed : hasOwnLine || opensDocument(bytes, index))) return undefined;
      const json = isClosed ? parse(bytes.subarray(index, end)) : undefined;
      if (json !== undefined) {
        const isAppended = end === bytes.length && !isBlank(bytes[index - 1]);
        finds.push({ json, isFirst, hasOwnLine, isAppended, isLast: true });
        index = end;
        isFirst = false;
        continue;
      }
    }
    isFirst = false;
    hasOwnLine = byte === greaterThan;
    index++;
  }
  return finds;
}

/** Whether it is what WordPress answers with, at a place where an answer can stand. */
function mayBeAnswer({ json, hasOwnLine, isAppended, isLast }: Find): boolean {
  if (isEmptyList(json)) return isAppended || hasOwnLine;
  return (hasOwnLine || isLast) && (Array.isArray(json) ? json.every(hasId) : isDocument(json));
}

/** What a notice may print as well, where the answer may stand within another find or would be there alone. */
function isDoubtful({ json, isFirst, isAppended, isLast }: Find, finds: readonly Find[]): boolean {
  const isEmpty = isEmptyList(json);
  const isOfAnyone = isEmpty || (isMap(json) && !isDocument(json));
  if (isOfAnyone && finds.some((other) => isListOfThings(other.json))) return true;
  return isEmpty && !isAppended && !isFirst && !isLast;
}

function isEmptyList(json: unknown): boolean {
  return Array.isArray(json) && json.length === 0;
}

function isListOfThings(json: unknown): boolean {
  return Array.isArray(json) && json.some((member) => typeof member === 'object' && member !== null);
}

/** A document, an error, the index of a site, or a map of types. */
function isDocument(json: unknown): boolean {
  if (hasId(json) || readMember(json, 'namespaces') !== undefined || errorStatusOf(json) !== undefined) return true;
  const members = isMap(json) ? Object.values(json) : [];
  return members.length > 0 && members.every((member) => readMember(member, 'name') !== undefined);
}

function hasId(row: unknown): boolean {
  return readMember(row, 'id') !== undefined;
}

const [lessThan, greaterThan] = [0x3c, 0x3e];

/** What a page of HTML has and a notice has not; it may hold JSON, which is none of ours. */
const pageTags = ['<!doctype', '<html', '<head', '<body'];
/** What hides things from those who look at a page, by how it begins and ends. */
const hiding = [
  ['<!--', '-->'],
  ['<script', '</script'],
  ['<style', '</style'],
] as const;
const seconds: ReadonlySet<number> = new Set(
  [...pageTags, ...hiding.map(([begin]) => begin)].map((begin) => begin.charCodeAt(1) | 0x20),
);

/** Tells the index behind a comment or script that begins at one, or that a page does. */
function hiddenIn(bytes: Uint8Array): (index: number) => number | 'page' | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return (index) => {
    // An answer may be full of signs that begin no tag: most are told by what follows them.
    if (!hasSecond(bytes[index + 1])) return undefined;
    if (pageTags.some((tag) => isAt(bytes, index, tag))) return 'page';
    const kind = hiding.find(([begin]) => isAt(bytes, index, begin));
    if (!kind) return undefined;
    const end = buffer.indexOf(kind[1], index);
    const close = end < 0 ? -1 : bytes.indexOf(greaterThan, end);
    return close < 0 ? bytes.length : close + 1;
  };
}

/** Whether a byte is the second one of any of these. */
function hasSecond(byte = 0): boolean {
  // As a small letter; a mark stays as it is.
  return seconds.has(byte | 0x20);
}

/** Whether a word of small letters stands there, in small letters or capitals. */
function isAt(bytes: Uint8Array, index: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const [byte = 0, letter] = [bytes[index + at], word.charCodeAt(at)];
    if (byte !== letter && !(letter >= 0x61 && byte + 0x20 === letter)) return false;
  }
  return true;
}

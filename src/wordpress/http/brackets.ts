/**
 * How far a bracket of JSON reaches, told without parsing.
 * Knows that what is nested very deep, or holds millions of values, is meant to bring its reader down, or to keep all others
 * waiting: nothing of that kind is parsed.
 */

/** PHP writes at most 512 levels, people a dozen; whatever works through a document may go down so far by recursion. */
export const deepest = 200;

/** A hundred whole documents with all that plugins add have some fifty thousand; parsing takes its time by the value. */
export const mostValues = 400_000;

/** Why something is not to be parsed. */
export interface TooMuch {
  readonly fault: string;
}

const tooDeep: TooMuch = { fault: `is nested deeper than ${deepest} levels` };
const tooMany: TooMuch = { fault: `holds more than ${mostValues} values` };

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openingBracket, closingBracket, openingBrace, closingBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The index after what a bracket opens, beyond the end of all if it is not closed. */
export function endOf(bytes: Uint8Array, start: number): number | TooMuch {
  let depth = 0;
  let values = 0;
  for (let index = start; index < bytes.length; index++) {
    const byte = bytes[index];
    if (byte === quote) {
      for (index++; index < bytes.length && bytes[index] !== quote; index++) if (bytes[index] === backslash) index++;
    } else if (isOpening(byte)) {
      if (++depth > deepest) return tooDeep;
      if (++values > mostValues) return tooMany;
    } else if (byte === closingBracket || byte === closingBrace) {
      if (--depth === 0) return index + 1;
    } else if (byte === comma && ++values > mostValues) return tooMany;
  }
  return bytes.length + 1;
}

export function isTooMuch(end: number | TooMuch): end is TooMuch {
  return typeof end !== 'number';
}

export function isOpening(byte: number | undefined): boolean {
  return byte === openingBracket || byte === openingBrace;
}

/** Whether a bracket goes on as JSON of WordPress does, which has no list of bare numbers at its top. */
export function opensLikeJson(bytes: Uint8Array, index: number): boolean {
  if (!isOpening(bytes[index])) return false;
  const byte = bytes[afterBlanks(bytes, index + 1)];
  if (bytes[index] === openingBrace) return byte === quote || byte === closingBrace;
  return byte === quote || byte === closingBracket || isOpening(byte);
}

/** As `opensLikeJson`, of a document or a list of them: few other things do. */
export function opensDocument(bytes: Uint8Array, index: number): boolean {
  const next = afterBlanks(bytes, index + 1);
  if (bytes[index] === openingBrace) return bytes[next] === quote;
  return bytes[next] === openingBrace && bytes[afterBlanks(bytes, next + 1)] === quote;
}

function afterBlanks(bytes: Uint8Array, start: number): number {
  let index = start;
  while (index < bytes.length && isBlank(bytes[index])) index++;
  return index;
}

/** White space, or a part of a byte order mark. */
export function isBlank(byte: number | undefined): boolean {
  return (
    byte === 0x20 ||
    (byte !== undefined && byte >= 0x09 && byte <= 0x0d) ||
    byte === 0xef ||
    byte === 0xbb ||
    byte === 0xbf
  );
}

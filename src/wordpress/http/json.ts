/**
 * The JSON in an answer of WordPress.
 * Knows how answers can be spoilt, and that what is nested very deep, or holds millions of values, is meant to bring its reader down,
 * or to keep all others waiting: it is told by a look at the brackets and commas, before anything is parsed.
 */

/** PHP writes at most 512 levels, people a dozen; whatever works through a document may go down so far by recursion. */
export const deepest = 200;

/** A hundred whole documents with all that plugins add have some fifty thousand; parsing takes its time by the value. */
export const mostValues = 400_000;

/** The JSON of an answer, or what is wrong with it. */
export type ReadJson =
  | { readonly json: unknown; readonly fault?: never }
  | { readonly json?: never; readonly fault: string };

const notJson: ReadJson = { fault: 'is not JSON' };
const tooDeep: ReadJson = { fault: `is nested deeper than ${deepest} levels` };
const tooMany: ReadJson = { fault: `holds more than ${mostValues} values` };

/** How often the whole answer may be gone through for the bracket that its JSON begins with. */
const mostPasses = 3;

/**
 * Plugins print a byte order mark, blanks or PHP notices ahead of the JSON, so what stands before the first bracket that is
 * closed by the end of the answer is passed over.
 */
export function readJson(bytes: Uint8Array): ReadJson {
  const first = Math.max(
    0,
    bytes.findIndex((byte) => !isBlank(byte)),
  );
  if (!isOpening(bytes[first])) {
    const value = parsed(bytes, first);
    if (value !== notJson || isPage(bytes, first)) return value;
  }
  const last = bytes.findLastIndex((byte) => !isBlank(byte));
  let left = mostPasses * bytes.length;
  for (let start = first; start <= last && left > 0; start++) {
    if (start > first ? !mayStart(bytes, start) : !isOpening(bytes[start])) continue;
    const end = endOf(bytes, start);
    if (typeof end !== 'number') return end;
    left -= end - start;
    // What is closed earlier, or never, is a bracket in a notice.
    const value = end > last && end <= bytes.length ? parsed(bytes, start) : notJson;
    if (value !== notJson) return value;
  }
  return notJson;
}

function parsed(bytes: Uint8Array, start: number): ReadJson {
  try {
    return { json: JSON.parse(new TextDecoder().decode(bytes.subarray(start))) };
  } catch {
    return notJson;
  }
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openingBracket, closingBracket, openingBrace, closingBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The index after what a bracket opens, beyond the end of all if it is not closed; or why it is not read. */
function endOf(bytes: Uint8Array, start: number): number | ReadJson {
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

function isOpening(byte: number | undefined): boolean {
  return byte === openingBracket || byte === openingBrace;
}

/** Whether JSON may begin here: a bracket that begins a line, or follows a tag or a blank and goes on as JSON does. */
function mayStart(bytes: Uint8Array, index: number): boolean {
  if (!isOpening(bytes[index])) return false;
  const before = bytes[index - 1];
  if (before === 0x0a || before === 0x0d) return true;
  return (
    (before === 0x3e || isBlank(before)) &&
    [quote, closingBracket, openingBrace, closingBrace].includes(bytes[index + 1] ?? 0)
  );
}

/** White space, or a part of a byte order mark. */
function isBlank(byte: number | undefined): boolean {
  return (
    byte === 0x20 ||
    (byte !== undefined && byte >= 0x09 && byte <= 0x0d) ||
    byte === 0xef ||
    byte === 0xbb ||
    byte === 0xbf
  );
}

/** A page of HTML may hold JSON, which is none of ours. */
function isPage(bytes: Uint8Array, first: number): boolean {
  return /^<(!doctype|html)/i.test(new TextDecoder().decode(bytes.subarray(first, first + 10)));
}

/**
 * Words of plain text: how many there are, and where one ends.
 * Knows that most languages part them by white space, and some by nothing to see: of these (Chinese, Japanese, Thai, Lao, Khmer,
 * Burmese) Unicode's dictionaries tell. The language of the site plays no part: the script of the text says enough.
 */

/** U+200B parts words where nothing is to be seen between them. */
const run = /[^\s\u200b]+/g;
/** Signs alone, such as a dash, are no word. */
const anySign = /[\p{L}\p{N}]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Characters that a dictionary is asked about at once: it reads all of them before it tells of the first. */
const longestPiece = 1_000;

/** Of no language, so that the machine's own plays no part. */
function makeSegmenter(): Intl.Segmenter {
  return new Intl.Segmenter('und', { granularity: 'word' });
}

/** Where each word of a text ends, one after the other as they are asked for. */
export function* wordEnds(text: string): Generator<number, undefined> {
  let segmenter: Intl.Segmenter | undefined;
  for (const { 0: signs, index } of text.matchAll(run)) {
    if (!unspaced.test(signs)) {
      if (anySign.test(signs)) yield index + signs.length;
      continue;
    }
    segmenter ??= makeSegmenter();
    for (let start = 0; start < signs.length; ) {
      const piece = signs.slice(start, endOfPiece(signs, start));
      for (const { segment, index: at, isWordLike } of segmenter.segment(piece)) {
        if (isWordLike) yield index + start + at + segment.length;
      }
      start += piece.length;
    }
  }
}

/** No character of two halves is cut. */
function endOfPiece(signs: string, start: number): number {
  const end = start + longestPiece;
  const code = signs.charCodeAt(end);
  return code >= 0xdc00 && code <= 0xdfff ? end + 1 : end;
}

/** The start of a text, with `…` where words follow. */
export function cutAfter(text: string, words: number): string {
  let [count, end] = [0, 0];
  for (const each of wordEnds(text)) {
    if (count === words) return `${text.slice(0, end)}…`;
    count++;
    end = each;
  }
  return text;
}

/** Whether a text has more words than that. */
export function isLongerThan(text: string, words: number): boolean {
  let count = 0;
  for (const _end of wordEnds(text)) if (++count > words) return true;
  return false;
}

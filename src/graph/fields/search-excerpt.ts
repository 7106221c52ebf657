/**
 * The part of a text around what was searched for.
 */

/** Characters of a text on either side of a hit in which its words are counted: in no language do so many make fewer. */
const longestWord = 40;

/** Parts words in any language, also in those that are written without spaces. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * So many words around the first hit of any of the words that were searched for; the beginning of the text where there is none.
 * Says by `…` where something is left out.
 */
export function excerptAround(text: string, query: string, words: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const hit = firstHit(line, query);
  // Whoever reads wants to know what it is about, and what follows.
  const ahead = Math.floor(words / 3);
  const start = hit - lengthOfLast(line.slice(wholeAt(line, Math.max(0, hit - ahead * longestWord)), hit), ahead);
  const behind = line.slice(start, wholeAt(line, start + words * longestWord));
  const end = start + endOf(behind, words);
  const isWhole = end >= line.length;
  return `${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${isWhole ? '' : '…'}`;
}

/** A place that parts no character of two units. */
function wholeAt(text: string, place: number): number {
  return /[\uDC00-\uDFFF]/.test(text[place] ?? '') ? place + 1 : place;
}

/** The index of the first word that was searched for; 0 where none occurs as it is. */
function firstHit(line: string, query: string): number {
  const terms = query
    .split(/[\s"'„“”«»,+]+/)
    // A leading hyphen excludes a word.
    .filter((term) => term !== '' && !term.startsWith('-'))
    .map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  if (terms.length === 0) return 0;
  return new RegExp([...terms].sort((one, other) => other.length - one.length).join('|'), 'iu').exec(line)?.index ?? 0;
}

/** How far from the end of a text the last so many words of it begin. */
function lengthOfLast(text: string, count: number): number {
  const begins: number[] = [];
  for (const { index, isWordLike } of segmenter.segment(text)) if (isWordLike) begins.push(index);
  const first = begins.at(-count);
  return count === 0 || begins.length === 0 ? 0 : text.length - (first ?? begins[0] ?? text.length);
}

/** Where so many words of a text end, with what stands right behind them. */
function endOf(text: string, count: number): number {
  let left = count;
  let end = 0;
  for (const { index, segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike && left-- === 0) return end;
    end = index + segment.length;
  }
  return text.length;
}

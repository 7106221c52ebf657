/**
 * How WordPress searches: words that must all occur somewhere, and how well they do.
 * Source: `WP_Query::parse_search` and `parse_search_order`.
 */
import type { Row } from './rows.ts';

/** Words that are too common to look for, in English. */
const stopwords = new Set(
  'about,an,are,as,at,be,by,com,for,from,how,in,is,it,of,on,or,that,the,this,to,was,what,when,where,who,will,with,www'.split(
    ',',
  ),
);

export interface Search {
  matches(row: Row): boolean;
  /** Smaller is better. */
  rank(row: Row): number;
}

/** @param columns where to look; a word may be in any of them */
export function contentSearch(text: string, columns: readonly string[], exact: boolean): Search {
  const sentence = folded(text);
  const words = exact ? [sentence] : wordsOf(text);
  const wanted = words.filter((word) => !word.startsWith('-')).map(folded);
  const unwanted = words.filter((word) => word.startsWith('-')).map((word) => folded(word.slice(1)));
  const has = (row: Row, word: string) =>
    columns.some((column) => {
      const value = folded(row.texts[column] ?? '');
      return exact ? value === word : value.includes(word);
    });

  return {
    matches: (row) =>
      Object.keys(row.texts).length > 0 &&
      wanted.every((word) => has(row, word)) &&
      unwanted.every((word) => !has(row, word)),
    rank(row) {
      const [title, excerpt, content] = ['post_title', 'post_excerpt', 'post_content'].map((column) =>
        folded(row.texts[column] ?? ''),
      ) as [string, string, string];
      if (wanted.length < 2) return title.includes(wanted[0] ?? sentence) ? 0 : 1;
      if (title.includes(sentence)) return 1;
      if (wanted.length < 7) {
        if (wanted.every((word) => title.includes(word))) return 2;
        if (wanted.some((word) => title.includes(word))) return 3;
      }
      if (excerpt.includes(sentence)) return 4;
      return content.includes(sentence) ? 5 : 6;
    },
  };
}

/** Other collections look for the text as it is. */
export function plainSearch(text: string): (row: Row) => boolean {
  const wanted = folded(text);
  return ({ texts }) => Object.values(texts).some((value) => folded(value).includes(wanted));
}

function wordsOf(text: string): string[] {
  const found = [...text.matchAll(/"([^"]*)(?:"|$)|[^\t ",+]+/g)].map(([whole, quoted]) => quoted ?? whole);
  const words = found
    .map((word) => word.trim())
    .filter((word) => word !== '' && !(word.length === 1 && /[a-z-]/i.test(word)))
    .filter((word) => !stopwords.has(word.toLowerCase()));
  // With nothing but common words left, or too many, WordPress looks for the sentence.
  return words.length === 0 || words.length > 9 ? [text] : words;
}

/** The database compares without case and accents. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

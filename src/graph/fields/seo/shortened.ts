/**
 * A text cut to what search engines show of a description.
 */

/** Characters that fit into the lines of a search result. */
const most = 155;
/** A word that is longer than this is cut as well: some languages part none. */
const longestWord = 40;

/** More of a text than is looked at: whatever it begins with, some of that is shown. */
const longestLooked = 20_000;

/** On one line, without the mark that WordPress puts behind an excerpt, cut behind a word. */
export function shortened(text: string): string {
  const line = text
    .slice(0, longestLooked)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?\[?(?:…|\.{3})\]?$/, '…');
  const characters = [...line];
  if (characters.length <= most) return line;
  const cut = characters.slice(0, most - 1).join('');
  const end = characters[most - 1] === ' ' ? cut.length : cut.lastIndexOf(' ');
  const whole = end >= cut.length - longestWord ? cut.slice(0, end) : cut;
  return `${whole.replace(/[\s,;:–—-]+$/, '')}…`;
}

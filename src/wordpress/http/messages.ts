/**
 * What others say in words, made fit for a client, a log and a terminal: a line without markup and control characters.
 * Knows how much of it is worth repeating; goes over it once.
 */

const longest = 500;
/** Markup and blanks go, so more than that is looked at. */
const lookedAt = 10_000;

/** A line of what may be a text; `undefined` where there is none. */
export function readMessage(value: unknown): string | undefined {
  return typeof value === 'string' ? asLine(value) || undefined : undefined;
}

/** Cut to a length that a line may have. */
export function asLine(text: string, most = longest): string {
  const line = text
    .slice(0, Math.max(most, lookedAt))
    // A tag ends ahead of the next one, so that many beginnings are not gone through again and again.
    .replace(/<[^<>]*>/g, '')
    // Control characters, halves of characters, and what turns the direction of what follows.
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return line.length > most ? `${line.slice(0, most).replace(/\p{Cs}/gu, '')} …` : line;
}

/** A code as programs give it: `rest_forbidden`. */
export function readCode(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w-]{1,100}$/.test(value) ? value : undefined;
}

/**
 * Which of the encodings that are offered here a client takes.
 * Source: RFC 9110, `Accept-Encoding`.
 */

export type Encoding = 'br' | 'gzip' | 'identity';

export function encodingFor(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity';
  const taken = accepted
    .split(',')
    // By the sign alone: a pattern with blanks around it goes through a long run of them again and again.
    .map((part) => part.split(';').map((piece) => piece.trim().toLowerCase()))
    .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
    .map(([name]) => name);
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') || taken.includes('*') ? 'gzip' : 'identity';
}

/** Longer values are none that a client sends again and again. */
const longestRemembered = 100;
const mostRemembered = 200;

/** Remembers what was found: clients send a handful of different values, again and again. */
export class Encodings {
  readonly #known = new Map<string, Encoding>();

  for(accepted: string | undefined): Encoding {
    if (!accepted) return 'identity';
    const known = this.#known.get(accepted);
    if (known) return known;
    const encoding = encodingFor(accepted);
    if (this.#known.size < mostRemembered && accepted.length <= longestRemembered) this.#known.set(accepted, encoding);
    return encoding;
  }
}

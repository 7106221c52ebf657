/**
 * Variables as a client sent them, before anything is done with them.
 */

interface Malformed {
  readonly name: string;
  readonly message: string;
}

/**
 * What is wrong with one of them, naming it: a text with half of a character in it is none, and neither an address nor a
 * cache key can be made of it. In the text of a document the parser refuses such.
 */
export function malformedVariable(variables: Readonly<Record<string, unknown>>): Malformed | undefined {
  for (const [name, value] of Object.entries(variables)) {
    if (!isWellFormed(name)) {
      return { name, message: 'The name of a variable holds half of a surrogate pair; expected well-formed text.' };
    }
    if (!isWellFormed(value)) {
      return { name, message: `Variable "$${name}": holds half of a surrogate pair; expected well-formed text.` };
    }
  }
  return undefined;
}

/** A surrogate without its other half: in a pattern of whole characters, no other one is seen. */
const halfCharacter = /\p{Surrogate}/u;

/** Goes as deep as a value does, without a call for each level. */
function isWellFormed(value: unknown): boolean {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string' && halfCharacter.test(next)) return false;
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, member] of Object.entries(next)) {
      if (halfCharacter.test(key)) return false;
      open.push(member);
    }
  }
  return true;
}

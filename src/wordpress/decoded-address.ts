/**
 * Addresses as people read them: percent-encoding undone where that changes nothing of what they mean.
 */

/** An encoded character: one to four bytes of UTF-8. */
const character =
  /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}/gi;

/** What parts an address, begins an encoded character, or cannot be seen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant.
const meaningful = /[/?#%&=+\0-\x1f\x7f]/;

/** A percent sign that begins no character stays, and so does what would be taken for a part of the address. */
export function decodedAddress(address: string): string {
  return address.replace(character, (encoded) => {
    try {
      const decoded = decodeURIComponent(encoded);
      return meaningful.test(decoded) ? encoded : decoded;
    } catch {
      return encoded;
    }
  });
}

/**
 * Keeps what was sent as a secret out of what is repeated of an answer: some gates and plugins print what they were given.
 * Knows in which headers secrets are, and how they are written there.
 */
const hidden = '***';
/** Less than that is in words that are no secrets. */
const [shortestValue, shortestPart] = [4, 8];

/** The secrets in headers, by their lower-case names: whole values first, then what they are made of. */
export function secretsIn(headers: Readonly<Record<string, string | undefined>>): readonly string[] {
  const values = Object.entries(headers).flatMap(([name, value]) => (name === 'user-agent' || !value ? [] : [value]));
  const parts = values.flatMap((value) => [...value.split(/[\s,;]+|=(?=[^=\s,;])/), ...passwordIn(value)]);
  return [
    ...values.filter(({ length }) => length >= shortestValue),
    ...parts.filter(({ length }) => length >= shortestPart),
  ];
}

/** The password as it was before it was encoded: of an application password, WordPress leaves the blanks out. */
function passwordIn(value: string): string[] {
  const [, encoded] = /^basic +([\w+/]+=*)$/i.exec(value) ?? [];
  const [, password] = /^[^:]*:(.+)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
  return password === undefined ? [] : [password, password.replace(/\s/g, '')];
}

/** More than anybody looks at, and a secret that begins there. */
const lookedAt = 30_000;

/** A text without these; anything else as it is. */
export function withoutSecrets(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value !== 'string' || secrets.length === 0) return value;
  return secrets.reduce((text, secret) => text.replaceAll(secret, hidden), value.slice(0, lookedAt));
}

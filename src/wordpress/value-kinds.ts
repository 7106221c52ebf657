/**
 * What a schema promises and what came instead, in words for people. Never says a value: it may be what nobody else is to see.
 */
import type { TextFormat, ValueSchema } from './value-schema.ts';
import { largestInt } from './values.ts';

const formats: Readonly<Record<TextFormat, string>> = {
  'date-time': 'a date and time',
  uri: 'an address',
  email: 'an email address',
};

/** `a whole number`. */
export function promisedKind(schema: ValueSchema): string {
  switch (schema.kind) {
    case 'text':
      if (schema.format) return formats[schema.format];
      return schema.values ? 'one of its values' : 'a text';
    case 'integer':
      return schema.isSmall ? 'a whole number of up to 32 bits' : 'a whole number';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'a boolean';
    case 'ids':
      return schema.isOne ? 'an id' : 'ids';
    case 'list':
      return 'a list';
    case 'object':
      return 'an object';
    case 'json':
      return 'anything';
  }
}

/** `a number with a fraction`. */
export function kindOfValue(value: unknown): string {
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return 'a boolean';
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return 'a number with a fraction';
    return Math.abs(value) > largestInt ? 'a large number' : 'a number';
  }
  if (Array.isArray(value)) return 'a list';
  return value === undefined || value === null ? 'nothing' : 'an object';
}

import { describe, expect, it } from 'vitest';
import { readValue } from '../../src/wordpress/schema-values.ts';
import { kindOfValue, promisedKind } from '../../src/wordpress/value-kinds.ts';
import type { ValueSchema } from '../../src/wordpress/value-schema.ts';
import * as dirty from '../support/dirty-values.ts';
import { oddValues } from '../support/odd-values.ts';

const { address, boolean, color, dirtyValues, dropped, email, id, ids, kept, listOf, moment, number, object, small } =
  dirty;
const { text, whole } = dirty;

describe('a value that a schema promises', () => {
  it.each(dirtyValues)('%s (%o): %o is %o and %s', (_what, schema, value, read, outcome) => {
    const drops: unknown[] = [];
    expect(readValue(schema, value, (...drop) => drops.push(drop))).toEqual(read);
    expect(drops.length > 0 ? dropped : kept).toBe(outcome);
  });

  it('is told of with what was promised of it, each item of a list by itself', () => {
    const told: string[] = [];
    const schema = listOf(listOf(small));
    readValue(schema, [[1, 'x', 1.5], 'y', [2 ** 31, true, [], {}]], (expected, value) =>
      told.push(`${promisedKind(expected)}: ${kindOfValue(value)}`),
    );
    expect(told).toEqual([
      'a whole number of up to 32 bits: a text',
      'a whole number of up to 32 bits: a number with a fraction',
      'a list: a text',
      'a whole number of up to 32 bits: a large number',
      'a whole number of up to 32 bits: a boolean',
    ]);
  });

  it('never throws, and never is of another kind than its schema says', () => {
    const kinds: readonly (readonly [ValueSchema, (value: unknown) => boolean])[] = [
      [text, (value) => typeof value === 'string'],
      [color, (value) => value === 'red' || value === 'dark_blue'],
      [moment, (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value))],
      [address, (value) => typeof value === 'string'],
      [email, (value) => typeof value === 'string' && value.includes('@')],
      [small, (value) => Number(value) === (Number(value) | 0)],
      [whole, Number.isSafeInteger],
      [number, Number.isFinite],
      [boolean, (value) => typeof value === 'boolean'],
      [id, (value) => Number.isSafeInteger(value) && Number(value) > 0],
      [ids, (value) => Array.isArray(value) && value.every((one) => Number.isSafeInteger(one) && one > 0)],
      [listOf(text), (value) => Array.isArray(value) && value.every((one) => one === null || typeof one === 'string')],
      [object, (value) => typeof value === 'object' && !Array.isArray(value)],
    ];
    for (const [schema, isOfKind] of kinds) {
      for (const value of oddValues.flatMap((odd) => [odd, [odd], [odd, odd], { rendered: odd }, { id: odd }])) {
        const read = readValue(schema, value, () => undefined);
        if (read !== null) expect(isOfKind(read), `${schema.kind}: ${JSON.stringify(value)}`).toBe(true);
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import * as values from '../../src/wordpress/values.ts';
import { oddValues } from '../support/odd-values.ts';

const { readAddress, readAt, readBoolean, readDate, readId, readIds, readInt, readList, readMap, readMember } = values;
const { readLargeInt, readNumber, readText, readTexts, slugArgument } = values;

describe('a reader', () => {
  it.each([
    ['number', readNumber, [7, 1.5, -2, '7', '1.50', '-0.3', '1e3'], [7, 1.5, -2, 7, 1.5, -0.3, 1000]],
    ['whole number', readInt, [7, '7', 24.5, '99.4', -0.2, 2_147_483_647], [7, 7, 25, 99, 0, 2_147_483_647]],
    [
      'large number',
      readLargeInt,
      [3_221_225_472, '3221225472', 2 ** 53 - 1, 0.5],
      [3_221_225_472, 3_221_225_472, 2 ** 53 - 1, 1],
    ],
    ['large id', readId, [3_000_000_000, '3000000000'], [3_000_000_000, 3_000_000_000]],
    [
      'id',
      readId,
      [7, '7', '007', { id: 7 }, { ID: '7' }, { term_id: 7, id: null }, [{ id: 7 }]],
      [7, 7, 7, 7, 7, 7, 7],
    ],
    [
      'list of ids',
      readIds,
      [[3, 5], { '0': 3, '2': 5 }, ['3', { ID: 5 }], [3, { toString: null }], 3, { id: 3 }, [], '', null, undefined],
      [[3, 5], [3, 5], [3, 5], [3], [3], [3], [], [], [], []],
    ],
    ['text', readText, ['a', '', 7, { rendered: 'a' }, { rendered: 1.5 }], ['a', '', '7', 'a', '1.5']],
    ['address', readAddress, ['/a', { rendered: '/a' }], ['/a', '/a']],
    ['list of texts', readTexts, [['a', 7, null], { '1': 'a', '4': 'b' }, false], [['a', '7'], ['a', 'b'], []]],
    [
      'boolean',
      readBoolean,
      [true, 1, '1', 'true', false, 0, '0', ''],
      [true, true, true, true, false, false, false, false],
    ],
    [
      'date',
      readDate,
      ['2024-05-16T16:00:28', '2024-02-29T23:59:59', '2000-02-29T00:00:00', '0001-01-01T00:00:00'],
      ['2024-05-16T16:00:28', '2024-02-29T23:59:59', '2000-02-29T00:00:00', '0001-01-01T00:00:00'],
    ],
    ['map', readMap, [{ a: 1 }, {}, []], [{ a: 1 }, {}, {}]],
    ['list', readList, [[1], { '0': 1, '7': 2 }, {}, null, false, ''], [[1], [1, 2], [], [], [], []]],
  ] as [string, (value: unknown) => unknown, unknown[], unknown[]][])(
    'of a %s gives what is plainly meant',
    (_name, read, given, expected) => {
      expect(given.map(read)).toEqual(expected);
    },
  );

  it.each([
    [
      'number',
      readNumber,
      [Number.NaN, Number.POSITIVE_INFINITY, '', ' ', '1,5', '0x10', '7px', true, [7], '9'.repeat(30)],
    ],
    ['whole number', readInt, [1e18, '2147483648', -2_147_483_648, 'Infinity', null]],
    ['large number', readLargeInt, [1e18, '9007199254740992', '100%', null]],
    [
      'id',
      readId,
      [
        0,
        -1,
        1.5,
        2 ** 53,
        '9007199254740992',
        '0',
        '-7',
        '1e3',
        '',
        true,
        [7, 8],
        [[7]],
        [],
        { id: { id: 7 } },
        { id: 0 },
        {},
      ],
    ],
    ['list of ids', readIds, ['abc', true, { a: 3 }, { toString: null }]],
    ['text', readText, [null, true, [], ['a'], {}, { rendered: { rendered: 'a' } }, { rendered: null }, Number.NaN]],
    ['address', readAddress, [7, null, {}]],
    ['list of texts', readTexts, ['abc', 7, { a: 'b' }]],
    ['boolean', readBoolean, [null, 2, 'yes', [], {}]],
    [
      'date',
      readDate,
      [
        '2024-02-30T10:00:00',
        '2023-02-29T10:00:00',
        '1900-02-29T10:00:00',
        '2024-13-01T10:00:00',
        '2024-00-01T10:00:00',
        '2024-01-00T10:00:00',
        '2024-01-01T24:00:00',
        '2024-01-01T10:60:00',
        '0000-00-00T00:00:00',
        '-0001-11-30T00:00:00',
        '2024-05-16 16:00:28',
        '2024-05-16T16:00:28Z',
        '2024-05-16T16:00:28\n',
        '9 May 2010',
        1_700_000_000,
        null,
      ],
    ],
    ['map', readMap, [null, 'a', [1], 7]],
    ['list', readList, ['a', 7, true, { a: 1 }]],
  ] as [string, (value: unknown) => unknown, unknown[]][])(
    'of a %s gives nothing for what it does not mean',
    (_name, read, given) => {
      expect(given.map(read)).toEqual(given.map(() => null));
    },
  );

  it('never throws', () => {
    const readers = Object.values(values).filter((reader) => typeof reader === 'function') as ((
      value: unknown,
      name: string,
    ) => unknown)[];
    for (const value of oddValues) for (const read of readers) expect(() => read(value, 'toString')).not.toThrow();
  });

  it('finds no member that every object inherits', () => {
    const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
    for (const name of names) expect(readMember(JSON.parse('{"a":1}'), name)).toBeUndefined();
    expect(readMember(JSON.parse('{"__proto__":{"id":3}}'), '__proto__')).toEqual({ id: 3 });
    expect(readId(JSON.parse('{"__proto__":{"id":3}}'))).toBeNull();
  });
});

describe('what stands at the end of names', () => {
  const document = JSON.parse('{"box": [{"name": "a"}, {"name": {"2": "b"}}], "__proto__": {"own": 1}, "text": "abc"}');

  it.each([
    [[], document],
    [['box', '0', 'name'], 'a'],
    [['box', '1', 'name', '2'], 'b'],
    [['__proto__', 'own'], 1],
  ])('%j is found', (names, found) => {
    expect(readAt(document, names)).toBe(found);
  });

  it.each([
    [['box', 'length']],
    [['box', '00']],
    [['box', '-1']],
    [['box', '2', 'name']],
    [['text', '0']],
    [['constructor', 'name']],
    [['toString']],
  ])('%j leads nowhere', (names) => {
    expect(readAt(document, names)).toBeUndefined();
  });
});

describe('a slug as an argument', () => {
  it.each([
    ['hello', 'hello'],
    ['港の朝', '港の朝'],
    ['%e6%b8%af', '%e6%b8%af'],
    ['100%-off', '100%25-off'],
    ['100%25-off', '100%25-off'],
    ['港-100%', '%e6%b8%af-100%25'],
  ])('%s is %s', (slug, argument) => {
    expect(slugArgument(slug)).toBe(argument);
  });
});

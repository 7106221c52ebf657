/**
 * What plugins put into documents, and what their schemas say of it: each value gives what it plainly means, or `null` for itself
 * alone, and is dropped where it is neither none nor what was promised.
 */
import type { ValueSchema } from '../../src/wordpress/value-schema.ts';

export const text: ValueSchema = { kind: 'text' };
export const color: ValueSchema = { kind: 'text', values: ['red', 'dark_blue'] };
export const moment: ValueSchema = { kind: 'text', format: 'date-time' };
export const address: ValueSchema = { kind: 'text', format: 'uri' };
export const email: ValueSchema = { kind: 'text', format: 'email' };
export const small: ValueSchema = { kind: 'integer', isSmall: true };
export const whole: ValueSchema = { kind: 'integer', isSmall: false };
export const number: ValueSchema = { kind: 'number' };
export const boolean: ValueSchema = { kind: 'boolean' };
export const id: ValueSchema = { kind: 'ids', isOne: true };
export const ids: ValueSchema = { kind: 'ids', isOne: false };
export const listOf = (items: ValueSchema): ValueSchema => ({ kind: 'list', items });
export const object: ValueSchema = { kind: 'object', members: [{ name: 'a', description: '', value: whole }] };
const json: ValueSchema = { kind: 'json', reason: 'may be anything' };

export const kept = 'kept';
export const dropped = 'dropped';
/** @param outcome whether the operator is told */
export type DirtyValue = readonly [
  what: string,
  schema: ValueSchema,
  value: unknown,
  read: unknown,
  outcome: typeof kept | string,
];

export const dirtyValues: readonly DirtyValue[] = [
  // None, of any kind.
  ...[text, color, moment, address, email, small, whole, number, boolean, id, ids, listOf(text), object, json].flatMap(
    (schema): DirtyValue[] => [
      ['nothing there', schema, undefined, null, kept],
      ['null', schema, null, null, kept],
    ],
  ),
  ...[text, color, moment, address, email, small, whole, number, id, ids, listOf(text), listOf(boolean), object].map(
    (schema): DirtyValue => ['false for none', schema, false, null, kept],
  ),
  ...[color, moment, address, email, small, whole, number, id, ids, listOf(text), listOf(object), object].map(
    (schema): DirtyValue => ['an empty text for none', schema, '', null, kept],
  ),
  ...[text, color, moment, address, email, small, whole, number, boolean, id].map(
    (schema): DirtyValue => ['an empty list for none', schema, [], null, kept],
  ),
  ...[text, color, moment, address, email, small, whole, number, boolean, id].map(
    (schema): DirtyValue => ['an empty map for none', schema, {}, null, kept],
  ),
  ...[color, moment, address, email, id, object, listOf(object), listOf(moment)].flatMap((schema): DirtyValue[] => [
    ['0 for none', schema, 0, null, kept],
    ['a 0 that is written as text, for none', schema, '0', schema === address ? '0' : null, kept],
  ]),
  ['0 for no ids', ids, 0, null, kept],
  // What is none elsewhere, and a value here.
  ['an empty text', text, '', '', kept],
  ['0 as a text', text, 0, '0', kept],
  ['0', small, 0, 0, kept],
  ['0 with a fraction', number, 0.0, 0, kept],
  ['0 that is written as text', whole, '0', 0, kept],
  ['negative zero', whole, -0, 0, kept],
  ['0 alone for a list of numbers', listOf(whole), 0, [0], kept],
  ['false', boolean, false, false, kept],
  ['no ids', ids, [], [], kept],
  ['an empty list', listOf(text), [], [], kept],
  ['an empty map for a list', listOf(text), {}, [], kept],
  ['an empty list for an object', object, [], {}, kept],
  // Numbers and texts.
  ['a number for a text', text, 12.5, '12.5', kept],
  ['a boolean for a text', text, true, null, dropped],
  ['a list for a text', text, ['a', 'b'], null, dropped],
  ['{ rendered } for a text', text, { rendered: '<b>a</b>', protected: false }, '<b>a</b>', kept],
  ['{ rendered } without a text', text, { rendered: ['a'] }, null, dropped],
  ['an object for a text', text, { raw: 'a' }, null, dropped],
  ['a text for a number', number, '9.50', 9.5, kept],
  ['a text for a whole number', whole, '-4', -4, kept],
  ['a whole number that has a point', whole, '12.00', 12, kept],
  ['a text that is no number', number, '7 px', null, dropped],
  ['a number with a comma', number, '1,5', null, dropped],
  ['a blank for a number', number, ' ', null, dropped],
  ['true for a number', whole, true, null, dropped],
  ['an object for a number', number, { value: 7 }, null, dropped],
  ['a fraction for a whole number', whole, 12.5, null, dropped],
  ['the same as text', small, '12.5', null, dropped],
  ['2^31 - 1', small, 2 ** 31 - 1, 2 ** 31 - 1, kept],
  ['-2^31', small, -(2 ** 31), -(2 ** 31), kept],
  ['2^31 where 32 bits are promised', small, 2 ** 31, null, dropped],
  ['2^31', whole, 2 ** 31, 2 ** 31, kept],
  ['2^53 - 1', whole, 2 ** 53 - 1, 2 ** 53 - 1, kept],
  ['2^53', whole, 2 ** 53, null, dropped],
  ['2^53 + 1 as text', whole, '9007199254740993', null, dropped],
  ['2^53 as a number', number, 2 ** 53, 2 ** 53, kept],
  // Booleans, as PHP and WordPress keep them.
  ['1 for a boolean', boolean, 1, true, kept],
  ['"1" for a boolean', boolean, '1', true, kept],
  ['"TRUE" for a boolean', boolean, 'TRUE', true, kept],
  ['0 for a boolean', boolean, 0, false, kept],
  ['"0" for a boolean', boolean, '0', false, kept],
  ['an empty text for a boolean', boolean, '', false, kept],
  ['"yes", which is true to one plugin and to WordPress as much as "no"', boolean, 'yes', null, dropped],
  ['2 for a boolean', boolean, 2, null, dropped],
  // Lists and what stands in them.
  ['a map with numbers for names', listOf(text), { '0': 'a', '2': 'b' }, ['a', 'b'], kept],
  ['one value for a list', listOf(text), 'a', ['a'], kept],
  ['one object for a list', listOf(object), { a: 1 }, [{ a: 1 }], kept],
  ['a list of one for a text', text, ['a'], 'a', kept],
  ['a list of one for a number', whole, ['7'], 7, kept],
  ['a list of one for an object', object, [{ a: 1 }], { a: 1 }, kept],
  ['a list of one list for a text', text, [['a']], null, dropped],
  ['a list of two for a number', whole, [1, 2], null, dropped],
  ['a list of two for an object', object, [{ a: 1 }, { a: 2 }], null, dropped],
  ['a list with gaps, whose places stay', listOf(whole), [1, '', '3', null], [1, null, 3, null], kept],
  ['a list with an item of another kind', listOf(whole), [1, 'x', 3], [1, null, 3], dropped],
  ['a text for a list of numbers', listOf(whole), 'abc', null, dropped],
  ['a text for a list of lists', listOf(listOf(text)), 'a', null, dropped],
  ['a list of lists', listOf(listOf(whole)), [['1'], [], 2], [[1], [], [2]], kept],
  ['true for a list of objects', listOf(object), true, null, dropped],
  // Objects, whose members are read when they are asked for.
  ['an object with members of other kinds', object, { a: 'x', b: 1 }, { a: 'x', b: 1 }, kept],
  ['a text for an object', object, 'abc', null, dropped],
  // Ids.
  ['an id as text', id, '7', 7, kept],
  ['a document for an id', id, { ID: '7', post_title: 'x' }, 7, kept],
  ['a picture for an id', id, { id: 7, url: '/7.jpg' }, 7, kept],
  ['a list of one for an id', id, [7], 7, kept],
  ['a list of one list for an id', id, [[7]], null, dropped],
  ['a list of two for an id', id, [7, 8], null, dropped],
  ['a negative id', id, -7, null, dropped],
  ['an address for an id', id, 'https://site.test/a/', null, dropped],
  ['one id for many', ids, '7', [7], kept],
  ['documents for ids', ids, [{ ID: 7 }, { term_id: '8' }], [7, 8], kept],
  ['ids with none among them', ids, { '0': '7', '2': 0, '5': '' }, [7], kept],
  ['ids with something else among them', ids, [7, 'x'], [7], dropped],
  ['an address for ids', ids, 'https://site.test/a/', null, dropped],
  // Values from a list.
  ['one of the values', color, 'red', 'red', kept],
  ['one of the values in a list', color, ['red'], 'red', kept],
  ['another value', color, 'green', null, dropped],
  ['one of the values in capitals', color, 'RED', null, dropped],
  ['several of the values', color, ['red', 'dark_blue'], null, dropped],
  // Dates.
  ['a date and time', moment, '2024-05-16T16:00:28', '2024-05-16T16:00:28', kept],
  ['with an offset', moment, '2024-05-16T16:00:28+02:00', '2024-05-16T16:00:28+02:00', kept],
  ['with an offset of hours', moment, '2024-05-16T16:00:28.5-0330', '2024-05-16T16:00:28.5-03:30', kept],
  ['in UTC', moment, '2024-05-16t16:00:28z', '2024-05-16T16:00:28Z', kept],
  ['as databases have it', moment, '2024-05-16 16:00', '2024-05-16T16:00:00', kept],
  ['a day', moment, '2024-05-16', '2024-05-16', kept],
  ['no date of databases', moment, '0000-00-00 00:00:00', null, kept],
  ['no day of databases', moment, '0000-00-00', null, kept],
  ['what PHP makes of no date', moment, '-0001-11-30T00:00:00', null, kept],
  ['a day that no calendar has', moment, '2024-02-30', null, dropped],
  ['an hour that no clock has', moment, '2024-02-03T25:00:00', null, dropped],
  ['d/m/Y, which may be m/d/Y', moment, '05/06/2024', null, dropped],
  ['seconds since 1970, by whose clock nobody knows', moment, 1_700_000_000, null, dropped],
  ['a date in words', moment, '9 May 2024', null, dropped],
  // Addresses.
  ['an address', address, 'https://site.test/a', 'https://site.test/a', kept],
  ['a relative address', address, '/a b.jpg', '/a b.jpg', kept],
  ['the id of a file for its address', address, 12, null, dropped],
  ['a file for its address', address, { url: '/a' }, null, dropped],
  ['an email address', email, 'ada@site.test', 'ada@site.test', kept],
  ['several email addresses', email, 'ada@site.test, bob@site.test', null, dropped],
  ['a name for an email address', email, 'ada', null, dropped],
  // What no type says, as it came.
  ['an empty text of any kind', json, '', '', kept],
  ['an empty list of any kind', json, [], [], kept],
  ['a map of any kind', json, { a: [1, '2'] }, { a: [1, '2'] }, kept],
];

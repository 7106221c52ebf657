import { describe, expect, it } from 'vitest';
import { allOf, resultsOf } from '../src/maybe-promise.ts';
import { leftBehind } from './support/left-behind.ts';

const failing = async (message: string): Promise<never> => {
  throw new Error(message);
};
const throwing = (message: string): never => {
  throw new Error(message);
};

describe('all of several', () => {
  it('are there at once where nothing has to be waited for', () => {
    expect(allOf([1, 2], (item) => item * 2)).toEqual([2, 4]);
    expect(
      resultsOf(
        () => 'a',
        () => 1,
      ),
    ).toEqual(['a', 1]);
    expect(() => allOf([1], () => throwing('at once'))).toThrow('at once');
  });

  it('are in the order asked for, whichever comes first', async () => {
    expect(await allOf([1, 2, 3], (item) => (item === 2 ? item : Promise.resolve(item)))).toEqual([1, 2, 3]);
    expect(
      await resultsOf(
        async () => 'a',
        () => 1,
      ),
    ).toEqual(['a', 1]);
  });

  it('fail as the one that throws, and leave no promise behind that fails as well', async () => {
    const made: number[] = [];
    const make = (item: number) => {
      made.push(item);
      return item === 2 ? throwing('thrown') : failing('promised');
    };
    expect(
      await leftBehind(async () => {
        expect(() => allOf([1, 2, 3], make)).toThrow('thrown');
        await expect(
          resultsOf(
            () => failing('first'),
            () => failing('second'),
          ),
        ).rejects.toThrow('first');
      }),
    ).toEqual([]);
    expect(made).toEqual([1, 2]);
  });
});

import { describe, expect, it } from 'vitest';
import { SingleFlight } from '../src/single-flight.ts';

/** A promise that is kept or broken from outside. */
function held() {
  let keep = (_value: string) => {};
  let fail = (_error: Error) => {};
  const promise = new Promise<string>((resolve, reject) => {
    keep = resolve;
    fail = reject;
  });
  return { promise, keep, fail };
}

/** What was set off by a promise has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a single flight', () => {
  it('is found by its key, and by no other, while it is under way', async () => {
    const flights = new SingleFlight<string, Promise<string>>();
    const { promise, keep } = held();
    expect(flights.find('a')).toBeUndefined();
    expect(flights.begin('a', promise, promise)).toBe(promise);
    expect([flights.find('a'), flights.find('b')]).toEqual([promise, undefined]);
    keep('done');
    expect(await flights.find('a')).toBe('done');
    await settled();
    expect(flights.find('a')).toBeUndefined();
  });

  it('that fails is forgotten too, and leaves no failure behind that nobody waits for', async () => {
    const flights = new SingleFlight<number, { readonly seats: number }>();
    const { promise, fail } = held();
    flights.begin(7, { seats: 2 }, promise);
    fail(new Error('Turned back'));
    await settled();
    expect(flights.find(7)).toBeUndefined();
  });

  it('leaves its successor alone when it lands late', async () => {
    const flights = new SingleFlight<string, string>();
    const [first, second] = [held(), held()];
    flights.begin('a', 'first', first.promise);
    flights.begin('a', 'second', second.promise);
    first.keep('');
    await settled();
    expect(flights.find('a')).toBe('second');
    second.keep('');
    await settled();
    expect(flights.find('a')).toBeUndefined();
  });

  it('may go on after what it brings is there, and be over before', async () => {
    const flights = new SingleFlight<string, Promise<string>>();
    const { promise, keep } = held();
    flights.begin('a', Promise.resolve('at once'), promise);
    await settled();
    expect(await flights.find('a')).toBe('at once');
    flights.begin('b', promise, Promise.resolve());
    await settled();
    expect(flights.find('b')).toBeUndefined();
    keep('');
  });
});

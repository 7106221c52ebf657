import { expect, it } from 'vitest';
import { PressgraphError } from '../src/errors.ts';
import { composeObservers, type Observer, readFailure } from '../src/observer.ts';

const pause = { status: 429, milliseconds: 1_000 };

it('tells each that listens, whichever of them fails', () => {
  const heard: string[] = [];
  const fails: Observer = {
    pause() {
      throw new Error('A reader that fails.');
    },
  };
  class Reader {
    readonly name = 'a reader with state';
    pause() {
      heard.push(this.name);
    }
  }
  const observer = composeObservers(fails, new Reader(), {}, { pause: ({ status }) => void heard.push(`${status}`) });
  observer.pause?.(pause);
  expect(heard).toEqual(['a reader with state', '429']);
});

it('is not harmed by one that fails later', async () => {
  const failures: unknown[] = [];
  const note = (reason: unknown) => void failures.push(reason);
  process.on('unhandledRejection', note);
  const fails: Observer = { pause: async () => Promise.reject(new Error('A reader that fails later.')) };
  composeObservers(fails).pause?.(pause);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  expect(failures).toEqual([]);
});

it('has no member for what nobody listens to, so that no event is made', () => {
  const observer = composeObservers({ pause: () => undefined }, composeObservers());
  expect(Object.keys(observer)).toEqual(['pause']);
  expect(Object.keys(composeObservers({}, {}))).toEqual([]);
});

it('says of a failure what anybody may read', () => {
  const refused = new PressgraphError('FORBIDDEN', 'WordPress refused: search: "a secret"', { status: 403 });
  expect(readFailure(refused)).toEqual({ code: 'FORBIDDEN', status: 403 });
  expect(readFailure(new TypeError('of something secret'))).toEqual({ code: 'TypeError' });
  expect(readFailure('a secret')).toEqual({ code: 'unknown' });
});

import { expect, it } from 'vitest';
import { PressgraphError } from '../../../src/errors.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { createTraffic } from '../../../src/wordpress/http/traffic.ts';

it('is no overload where an operation has ended', async () => {
  let overloads = 0;
  const traffic = createTraffic({ places: 1, mostWaiting: 1, observer: { overload: () => void overloads++ } });
  const ask = traffic.inTurn(() => new Promise(() => undefined));
  const get = (operation: Operation) =>
    ask({ route: '/wp/v2/posts', waiters: operation.waiters }).catch(({ code }) => code);
  const [first, ended, refused] = Array.from({ length: 3 }, () => new Operation({ maxRequests: 9 }));
  void get(first as Operation);
  const waiting = get(ended as Operation);
  expect(await get(refused as Operation)).toBe('OVERLOADED');
  expect(overloads).toBe(1);
  ended?.budget.end(new PressgraphError('OPERATION_TOO_LARGE', 'The answer is too large.'));
  expect(await waiting).toBe('OPERATION_TOO_LARGE');
  expect(overloads).toBe(1);
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeys } from '../../../src/store/redis/keys.ts';
import { viewOf } from '../../../src/store/redis/view.ts';

const site = 'https://site.test/';
const keysFor = async (headers: Record<string, string>, at = site) => createKeys(at, await viewOf(headers, at)).prefix;

describe('what gateways share in Redis', () => {
  it('is what those with the same headers see of the same site, in whatever order they are given', async () => {
    expect(await keysFor({ a: '1', b: '2' })).toBe(await keysFor({ b: '2', a: '1' }));
    const all = await Promise.all([
      keysFor({}),
      keysFor({ a: '1' }),
      keysFor({ a: '2' }),
      keysFor({ b: '1' }),
      keysFor({ a: '1', b: '1' }),
      keysFor({ a: '1' }, 'https://other.test/'),
    ]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('is what those with the same service account have read by it', async () => {
    const account = (authorization: string, ...opens: string[]) => ({ authorization, opens: new Set(opens) });
    const accounts = [account('Basic a', 'menus'), account('Basic b', 'menus'), account('Basic a'), undefined];
    const views = accounts.map((each) => viewOf({}, site, each));
    expect(new Set(await Promise.all(views)).size).toBe(4);
    expect(await viewOf({}, site, account('Basic a', 'menus'))).toBe(await views[0]);
    expect(await viewOf({}, site, account('Basic a', 'menus', 'blocks'))).toBe(
      await viewOf({}, site, account('Basic a', 'blocks', 'menus')),
    );
    expect(await views[3]).toBe('');
    expect(await viewOf({ 'service account': 'Basic a' }, site)).not.toContain('Basic');
  });

  it('is as before for gateways without headers of their own', async () => {
    expect(await keysFor({})).toBe(createKeys(site).prefix);
  });

  it('takes a while to be guessed', async () => {
    const timeOf = async (guesses: number, guess: (text: string) => unknown) => {
      const before = performance.now();
      for (let number = 0; number < guesses; number++) await guess(`Basic ${number}`);
      return (performance.now() - before) / guesses;
    };
    // Beside what a plain hash of it would take, on whatever machine.
    const hashed = await timeOf(5_000, (text) => createHash('sha256').update(text).digest());
    expect(await timeOf(5, (authorization) => viewOf({ authorization }, site))).toBeGreaterThan(500 * hashed);
  });
});

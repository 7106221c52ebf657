import { describe, expect, it } from 'vitest';
import { userAvatar } from '../../../src/graph/fields/addresses.ts';

describe('an avatar', () => {
  const gravatar = (size: number) => `https://gravatar.test/avatar/0a?s=${size}&d=mm&r=g`;
  const avatars = { 24: gravatar(24), 48: gravatar(48), 96: gravatar(96) };

  it.each([
    ['a size that WordPress names', avatars, 48, gravatar(48)],
    ['any other size', avatars, 200, gravatar(200)],
    ['an escaped address', { 96: 'https://a.test/0a?d=mm&amp;s=96' }, 64, 'https://a.test/0a?d=mm&amp;s=64'],
    ['`size` for `s`', { 96: 'https://a.test/0a?size=96' }, 64, 'https://a.test/0a?size=64'],
    ['a provider with one size', { 96: 'https://a.test/me-96.png' }, 64, 'https://a.test/me-96.png'],
    ['an argument that ends in s', { 96: 'https://a.test/0a?columns=96' }, 64, 'https://a.test/0a?columns=96'],
    ['names that are no numbers', { full: 'https://a.test/me.png' }, 64, null],
    ['values that are no addresses', { 24: false, 96: gravatar(96) }, 24, gravatar(24)],
    ['avatars that are off', [], 48, null],
    ['no map', 'https://a.test/me.png', 48, null],
    ['nothing', undefined, 48, null],
  ])('of %s', (_what, given, size, address) => {
    const node = { document: { id: 1, avatar_urls: given } };
    expect(userAvatar.value(node as never, { size }, {} as never, {} as never)).toBe(address);
  });
});

import { describe, expect, it } from 'vitest';
import { decodedAddress } from '../../src/wordpress/decoded-address.ts';

describe('a decoded address', () => {
  it.each([
    ['/2024/05/16/hello/', '/2024/05/16/hello/'],
    ['/%e6%b8%af%e3%81%ae%e6%9c%9d/', '/港の朝/'],
    ['/%CE%B1%CE%B8%CE%AE%CE%BD%CE%B1/caf%C3%A9/', '/αθήνα/café/'],
    ['/%d9%85%d8%b1%d8%ad%d8%a8%d8%a7/%f0%9f%8c%8a/', '/مرحبا/🌊/'],
    ['/a%20b/%7Euser/', '/a b/~user/'],
    ['/?tag=%e6%b8%af&p=1#comment-7', '/?tag=港&p=1#comment-7'],
    // What would part the address, or be taken for an encoded character.
    ['/a%2Fb%3Fc%23d/100%25/%2541/?q=a%26b%3Dc%2B', '/a%2Fb%3Fc%23d/100%25/%2541/?q=a%26b%3Dc%2B'],
    ['/a%00b%0ac%7f/', '/a%00b%0ac%7f/'],
    // What is none, alone or beside others.
    ['/100%/%/%4/%zz/', '/100%/%/%4/%zz/'],
    ['/%e6%b8/%ff%e6%b8%af/%c0%af/%ed%a0%80/', '/%e6%b8/%ff港/%c0%af/%ed%a0%80/'],
    ['/already/港/', '/already/港/'],
    ['', ''],
  ])('of %j is %j', (address, decoded) => {
    expect(decodedAddress(address)).toBe(decoded);
    expect(decodedAddress(decoded)).toBe(decoded);
  });
});

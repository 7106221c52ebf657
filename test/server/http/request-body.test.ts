import { describe, expect, it } from 'vitest';
import { readTextWithin, readWithin } from '../../../src/server/http/request-body.ts';

const url = 'http://gateway.test/graphql';

/** A body in pieces, whose length nobody tells, and how much of it was read. */
function streamed(...pieces: string[]) {
  let read = 0;
  const body = new ReadableStream({
    pull(controller) {
      const piece = pieces[read];
      if (piece === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(piece));
      read++;
    },
  });
  return { request: new Request(url, { method: 'POST', body, duplex: 'half' } as RequestInit), read: () => read };
}

const told = (length: number, body: string) =>
  new Request(url, { method: 'POST', headers: { 'content-length': String(length) }, body });

describe('the body of a Request', () => {
  it('is its text, whether or not it says how long that is', async () => {
    expect(await readTextWithin(told(3, 'abc'), 3)).toBe('abc');
    expect(await readTextWithin(streamed('a', 'bc').request, 3)).toBe('abc');
    expect(await readTextWithin(new Request(url), 3)).toBe('');
  });

  it('that is cut within a character is put together', async () => {
    const bytes = Buffer.from('é');
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const request = new Request(url, { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect(await readTextWithin(request, 10)).toBe('é');
  });

  it('that is too large is nothing, and not read to its end', async () => {
    expect(await readTextWithin(told(4, 'abcd'), 3)).toBeUndefined();
    const { request, read } = streamed(...Array(100).fill('ab'));
    expect(await readTextWithin(request, 3)).toBeUndefined();
    expect(read()).toBeLessThan(10);
    expect(await readWithin(told(4, 'abcd'), 3, Request)).toBeUndefined();
    expect(await readWithin(streamed('ab', 'cd').request, 3, Request)).toBeUndefined();
  });

  it('goes on with its request, which is read only where its length is not known', async () => {
    const known = told(3, 'abc');
    expect(await readWithin(known, 3, Request)).toBe(known);
    const { request } = streamed('a', 'bc');
    const sized = await readWithin(request, 3, Request);
    expect([sized?.method, await sized?.text()]).toEqual(['POST', 'abc']);
  });
});

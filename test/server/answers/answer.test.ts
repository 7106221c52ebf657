import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Answer } from '../../../src/server/answers/answer.ts';
import { Compression } from '../../../src/server/http/compression.ts';

const text = JSON.stringify({ data: 'x'.repeat(2_000) });
const get = { method: 'GET', ifNoneMatch: undefined };
const post = { method: 'POST', ifNoneMatch: undefined };

const answerOf = (body = text, contentType = 'application/json', key = 'key') =>
  new Answer({
    key,
    contentType,
    body: Buffer.from(body),
    lifetime: { fresh: 10_000, stale: 20_000 },
    ingredients: { lists: new Set(), documents: new Map() },
  });

afterEach(() => {
  vi.useRealTimers();
});

describe('the validator of an answer', () => {
  it('is that of its bytes and its type', () => {
    const etags = [
      answerOf(),
      answerOf(text, 'application/json', 'b'),
      answerOf('{ }'),
      answerOf(text, 'text/json'),
    ].map(({ etag }) => etag);
    expect(etags[0]).toBe(etags[1]);
    expect(new Set(etags).size).toBe(3);
  });

  it('is all that is told to a client that has it, unless it posts', () => {
    const answer = answerOf();
    for (const ifNoneMatch of [answer.etag, '*', `"x", ${answer.etag}`]) {
      expect(answer.written({ ...get, ifNoneMatch }, 'identity')).toMatchObject({ status: 304, body: undefined });
      expect(answer.written({ ...post, ifNoneMatch }, 'identity').status).toBe(200);
    }
    expect(answer.written({ ...get, ifNoneMatch: '"x"' }, 'identity').status).toBe(200);
  });
});

describe('a copy of an answer', () => {
  it('is written once for all who post', () => {
    const answer = answerOf();
    expect(answer.written(post, 'identity')).toBe(answer.written(post, 'identity'));
    expect(answer.written(post, 'identity').headers).not.toHaveProperty('cache-control');
  });

  it('is written once a second for those who may keep it, and never with more time than is left', () => {
    vi.useFakeTimers({ now: 0, toFake: ['Date'] });
    const answer = answerOf();
    const at = (now: number) => {
      vi.setSystemTime(now);
      return answer.written(get, 'identity');
    };
    const first = at(100);
    expect(first.headers['cache-control']).toBe('public, max-age=0, s-maxage=9, stale-while-revalidate=10');
    expect(at(1_000)).toBe(first);
    expect(at(1_001).headers['cache-control']).toContain('s-maxage=8,');
    // A clock that is put back is believed.
    expect(at(100).headers['cache-control']).toContain('s-maxage=9,');
    expect(at(15_000).headers['cache-control']).toContain('s-maxage=0, stale-while-revalidate=5');
  });
});

describe('an encoding of an answer', () => {
  const nobody = () => undefined;
  const compression = new Compression();

  it('is there once it is made', async () => {
    const answer = answerOf();
    const before = answer.bytes;
    expect(answer.written(post, 'gzip').headers).not.toHaveProperty('content-encoding');
    expect(answer.lacks('gzip')).toBe(true);
    await answer.encode('gzip', compression, nobody);
    expect(answer.lacks('gzip')).toBe(false);
    const { headers, body } = answer.written(post, 'gzip');
    expect(headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-length': String(body?.length),
      etag: answer.etag,
    });
    expect(gunzipSync(body as Buffer).toString()).toBe(text);
    expect(answer.bytes).toBe(before + Number(body?.length));
    expect(answer.written(post, 'br').body?.toString()).toBe(text);
  });

  it('is made once for all who wait for it, each beside the other', async () => {
    const answer = answerOf();
    let grown = 0;
    const grow = () => grown++;
    await Promise.all([
      answer.encode('br', compression, grow),
      answer.encode('br', compression, grow),
      answer.encode('gzip', compression, grow),
    ]);
    await answer.encode('br', compression, grow);
    expect(grown).toBe(2);
    expect([answer.lacks('br'), answer.lacks('gzip')]).toEqual([false, false]);
  });

  it('is made later where too much is being packed now', async () => {
    const answer = answerOf();
    const large = compression.pack(randomBytes(20_000_000), 'gzip', 'once');
    expect(answer.encode('gzip', compression, nobody)).toBeUndefined();
    expect(answer.written(post, 'gzip').body?.toString()).toBe(text);
    await large;
    await answer.encode('gzip', compression, nobody);
    expect(answer.lacks('gzip')).toBe(false);
  });

  it('is not lacked by who takes none, nor where it would save nothing', () => {
    expect(answerOf().lacks('identity')).toBe(false);
    expect(answerOf('{}').lacks('br')).toBe(false);
  });
});

describe('an answer that could not be made anew', () => {
  it('is left alone for a while', () => {
    vi.useFakeTimers({ now: 1_000, toFake: ['Date'] });
    const answer = answerOf();
    expect(answer.isCoolingDown(1_000)).toBe(false);
    answer.coolDown();
    expect([answer.isCoolingDown(1_000), answer.isCoolingDown(5_999), answer.isCoolingDown(6_000)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

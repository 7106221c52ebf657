import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createWebhook } from '../../src/server/webhook.ts';
import type { Change } from '../../src/store/changes.ts';

const secret = 'a secret of some length';

function webhook() {
  const announced: Change[] = [];
  let looks = 0;
  const answer = createWebhook({
    secret,
    routeOf: (type) => (type === 'post' || type === 'page' ? `/wp/v2/${type}s` : undefined),
    announce: (change) => announced.push(change),
    look: () => looks++,
  });
  const post = (body: BodyInit, signed = body) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = `sha256=${createHmac('sha256', secret).update(`${timestamp}.${signed}`).digest('hex')}`;
    const headers = { 'x-pressgraph-timestamp': timestamp, 'x-pressgraph-signature': signature };
    return answer(
      new Request('http://gateway.test/webhook', { method: 'POST', headers, body, duplex: 'half' } as RequestInit),
    );
  };
  return { announced, looks: () => looks, post };
}

describe('an announcement', () => {
  it('names documents, each once, in one change for a collection', async () => {
    const { announced, post } = webhook();
    const named = [7, '8', 7].map((id) => ({ type: 'post', id }));
    expect((await post(JSON.stringify([...named, { type: 'page', id: 9 }]))).status).toBe(202);
    expect(announced).toEqual([
      { route: '/wp/v2/posts', ids: [7, 8] },
      { route: '/wp/v2/pages', ids: [9] },
    ]);
  });

  it('of very many names the collection', async () => {
    const { announced, post } = webhook();
    const named = Array.from({ length: 2_000 }, (_, index) => ({ type: 'post', id: index + 1 }));
    await post(JSON.stringify(named));
    expect(announced).toEqual([{ route: '/wp/v2/posts' }]);
  });

  it.each([
    'null',
    '7',
    '"post"',
    '[]',
    '[[{"type":"post","id":7}]]',
    '['.repeat(40_000) + ']'.repeat(40_000),
    '{"type":{"toString":null},"id":7}',
    ...['{"toString":null}', '{"valueOf":7}', '[7]', 'null', '-1', '1.5', '1e300', '"7x"', '""', 'true'].map(
      (id) => `{"type":"post","id":${id}}`,
    ),
    '{"type":"__proto__","id":7}',
    'no JSON',
    '',
  ])('of any other shape makes the gateway look, and drops nothing (%#)', async (body) => {
    const { announced, looks, post } = webhook();
    expect((await post(body)).status).toBe(202);
    expect([announced, looks()]).toEqual([[], 1]);
  });

  it('that is too large is not read to its end', async () => {
    const { post } = webhook();
    let read = 0;
    const endless = new ReadableStream({
      pull(controller) {
        read += 10_000;
        controller.enqueue(new Uint8Array(10_000));
      },
    });
    expect((await post(endless, '')).status).toBe(413);
    expect(read).toBeLessThan(200_000);
  });
});

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ReadRequest } from '../../src/server/http/read-request.ts';
import { RequestHead } from '../../src/server/http/request-head.ts';
import { createWebhook } from '../../src/server/webhook.ts';
import type { Change } from '../../src/store/change.ts';

const secret = 'a secret of some length';

function webhook() {
  const announced: Change[] = [];
  let looks = 0;
  const route = createWebhook({
    secret,
    routeOf: (type) => (type === 'post' || type === 'page' ? `/wp/v2/${type}s` : undefined),
    announce: (change) => announced.push(change),
    look: () => looks++,
  });
  const post = (body: string) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
    const headers = { 'x-pressgraph-timestamp': timestamp, 'x-pressgraph-signature': signature };
    const request = new Request('http://gateway.test/webhook', { method: 'POST', headers });
    return route.answer(new ReadRequest(RequestHead.ofFetch(request), body), request.signal) as Promise<Response>;
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
});

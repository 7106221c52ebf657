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
  let readings = 0;
  const route = createWebhook({
    path: '/webhook',
    secret,
    routeOf: (type) => (type === 'post' || type === 'page' ? `/wp/v2/${type}s` : undefined),
    announce: (change) => announced.push(change),
    look: () => looks++,
    readSite: () => readings++,
  });
  const post = (body: string) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
    const headers = { 'x-pressgraph-timestamp': timestamp, 'x-pressgraph-signature': signature };
    const request = new Request('http://gateway.test/webhook', { method: 'POST', headers });
    return route.answer(new ReadRequest(RequestHead.ofFetch(request), body), request.signal) as Promise<Response>;
  };
  return { announced, looks: () => looks, readings: () => readings, post };
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

  it('of a kind that the graph has not, or of none, makes the gateway look, and drops nothing', async () => {
    for (const body of ['{"type":"product","id":7}', '{"type":"__proto__","id":7}', '{"event":"import"}', '[]']) {
      const { announced, looks, post } = webhook();
      expect((await post(body)).status).toBe(202);
      expect([announced, looks()]).toEqual([[], 1]);
    }
  });

  it('of the site has it read anew, besides what else is named', async () => {
    const { announced, looks, readings, post } = webhook();
    expect((await post('[{"type":"site"},{"type":"post","id":7}]')).status).toBe(202);
    expect([announced, looks(), readings()]).toEqual([[{ route: '/wp/v2/posts', ids: [7] }], 1, 1]);
    await post('{"type":"post","id":8}');
    expect(readings()).toBe(1);
  });

  it.each([
    'null',
    '7',
    '"post"',
    '{"id":7}',
    '{"type":"post"}',
    '[[{"type":"post","id":7}]]',
    '{"type":{"toString":null},"id":7}',
    ...['{"toString":null}', '{"valueOf":7}', '[7]', 'null', '-1', '0', '1.5', '1e300', '"7x"', '""', 'true'].map(
      (id) => `{"type":"post","id":${id}}`,
    ),
  ])('of any other shape is refused, and does nothing: %s', async (body) => {
    const { announced, looks, post } = webhook();
    const { status, message } = await refusalOf(post(body));
    expect({ status, message }).toEqual({
      status: 400,
      message: expect.stringMatching(
        /^(The announcement|Entry 1 of the announcement): expected \{"type": "post", "id": 7\}/,
      ),
    });
    expect([announced, looks()]).toEqual([[], 0]);
  });

  it('with an entry that is none is refused as a whole, and names it', async () => {
    const { announced, post } = webhook();
    const { message } = await refusalOf(post('[{"type":"post","id":7},{"type":"post"}]'));
    expect(message).toMatch(/^Entry 2 of the announcement: /);
    expect(announced).toEqual([]);
  });

  it.each([['no JSON'], [''], ['{"type":"post","id":7'], ['['.repeat(50_000)]])(
    'that is no JSON is refused, and may be made again as it should be (%#)',
    async (body) => {
      const { looks, post } = webhook();
      for (const _time of [1, 2]) {
        expect(await refusalOf(post(body))).toMatchObject({
          status: 400,
          message: expect.stringContaining('not JSON'),
        });
      }
      expect(looks()).toBe(0);
    },
  );
});

async function refusalOf(answer: Promise<Response>): Promise<{ status: number; message: string | undefined }> {
  const response = await answer;
  const { errors } = (await response.json()) as { errors?: readonly { message: string }[] };
  return { status: response.status, message: errors?.[0]?.message };
}

import { request } from 'node:http';
import { expect, it } from 'vitest';
import { serveSampleSite } from '../src/sample/sample-site.ts';

it.each(['*', 'http://example.org/', '/[', '//', '/%'])(
  'the sample site answers whatever is asked at %s',
  async (path) => {
    const site = await serveSampleSite({ host: '127.0.0.1', port: 0 });
    const { hostname, port } = new URL(site.url);
    const status = await new Promise((resolve, reject) => {
      const asked = request({ hostname, port, path, method: 'OPTIONS' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });
    expect(status).toBeTypeOf('number');
    await site.close();
  },
);

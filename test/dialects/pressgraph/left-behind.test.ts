import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createSampleSite } from '../../../src/sample/sample-site.ts';
import { openGraph } from '../../support/graph.ts';
import { leftBehind } from '../../support/left-behind.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

describe('an operation that fails', () => {
  it('leaves no member of a filter behind when another one is refused at once', async () => {
    const graph = await openGraph(await createSampleSite('http://magazine.test'));
    const query = '{ posts(where: { authors: { ids: ["x"] }, exclude: ["y"] }) { totalCount } }';
    const failures = await leftBehind(async () => {
      const { data, errors } = await graph.run(query);
      expect(data).toEqual({ posts: null });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    });
    expect(failures).toEqual([]);
    await graph.close();
  });

  it('leaves none of the documents behind that a document enumerates', async () => {
    const site = scriptedSite(({ route }) => {
      if (route === '/wp/v2/posts') return list([{ id: 1, categories: [3, { toString: null }] }]);
      return route === '/wp/v2/categories' ? { json: { code: 'down' }, status: 500 } : undefined;
    });
    const graph = await openGraph(site, { logger: pino({ level: 'silent' }) });
    const failures = await leftBehind(() => graph.run('{ posts { nodes { categories { name } } } }'));
    expect(failures).toEqual([]);
    await graph.close();
  });
});

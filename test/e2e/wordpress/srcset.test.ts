import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';
import { srcsetCases, written } from '../../support/srcset-cases.ts';
import { run } from './process.ts';
import { workDirectory } from './work-directory.ts';

interface Image {
  readonly databaseId: number;
  readonly description: string;
  readonly srcSet: string | null;
}

/** The `srcset` that the graph gives is the one that WordPress prints: the description of an image shows it at `medium`. */
describe.each(inject('wordpressSites').map((site) => [site.name, site] as const))('%s', (_name, site) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openGraph(networkSite(site.url));
  });
  afterAll(() => graph.close());

  it('srcSet is what WordPress prints, for every image', async () => {
    const { mediaItems } = await graph.data<{ mediaItems: { nodes: Image[] } }>(
      '{ mediaItems(first: 100, where: { mediaType: IMAGE }) { nodes { databaseId description srcSet(size: "medium") } } }',
    );
    const printed = mediaItems.nodes.map(({ databaseId, description }) => ({
      databaseId,
      srcSet: /srcset=(["'])(.*?)\1/.exec(description)?.[2] ?? null,
    }));
    expect(mediaItems.nodes.map(({ databaseId, srcSet }) => ({ databaseId, srcSet }))).toEqual(printed);
    expect(printed.filter(({ srcSet }) => srcSet !== null).length).toBeGreaterThan(5);
    expect(printed.some(({ srcSet }) => srcSet === null)).toBe(true);
  });
});

const generations = [...new Set(inject('wordpressSites').map(({ generation }) => generation))];

/** What our own rules are held to (`test/graph/fields/images.test.ts`) is what WordPress' function answers. */
it.each(generations)('the table of images is what WordPress %s makes of them', async (generation) => {
  const script = fileURLToPath(new URL('srcset.php', import.meta.url));
  const tree = join(workDirectory().generations, generation, 'usr/share/wordpress');
  const printed = JSON.parse(await run('php', ['-n', '-f', script, '--', tree, JSON.stringify(srcsetCases)]));
  expect(printed).toEqual(srcsetCases.map(({ expected }) => written(expected)));
});

import type { GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import { base64Ids } from '../../src/dialects/pressgraph/ids.ts';
import type { GraphContext } from '../../src/graph/context.ts';
import { Registry } from '../../src/graph/registry.ts';
import { TypedContents } from '../../src/graph/typed-contents.ts';
import { emptyPage } from '../../src/loaders/loaders.ts';
import { coreSite } from '../../src/wordpress/resources.ts';

const without = (...lacking: readonly string[]) => {
  const resources = coreSite.resources.map((resource) =>
    resource.type === 'page'
      ? { ...resource, filters: resource.filters.filter((name) => !lacking.includes(name)) }
      : resource,
  );
  const registry = new Registry(resources.map((resource) => [resource, resource.type]));
  return new TypedContents({ registry, ids: base64Ids });
};

async function asked(contents: TypedContents, where: object) {
  const listings: { readonly route: string; readonly query: object }[] = [];
  const loaders = {
    page: async (listing: (typeof listings)[number]) => {
      listings.push(listing);
      return emptyPage;
    },
  };
  const context = { loaders, selection: { page: () => ({}) } } as unknown as GraphContext;
  await contents.list({ where }, context, {} as GraphQLResolveInfo);
  return Object.fromEntries(listings.map(({ route, query }) => [route, query]));
}

describe('contents, of which a type has no authors', () => {
  const contents = without('author', 'author_exclude');

  it('are none of it by an author', async () => {
    expect(await asked(contents, { authors: { ids: [3] }, search: 'x' })).toEqual({
      '/wp/v2/posts': { author: [3], search: 'x' },
    });
  });

  it('are all of it by others', async () => {
    expect(await asked(contents, { excludeAuthors: { ids: [3] } })).toEqual({
      '/wp/v2/posts': { author_exclude: [3] },
      '/wp/v2/pages': {},
    });
  });
});

describe('contents, of which a type does not take a filter', () => {
  it('are refused with it: WordPress would ignore it', async () => {
    const contents = without('modified_after');
    await expect(asked(contents, { modifiedAfter: '2024-01-01T00:00:00' })).rejects.toThrow(
      /"where.modifiedAfter".*"page"/,
    );
    expect(Object.keys(await asked(contents, { after: '2024-01-01T00:00:00' }))).toEqual([
      '/wp/v2/posts',
      '/wp/v2/pages',
    ]);
  });
});

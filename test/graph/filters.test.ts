import { describe, expect, it } from 'vitest';
import { fieldNames } from '../../src/dialects/pressgraph/field-names.ts';
import { filterQuery, filtersOf } from '../../src/graph/filters.ts';
import { Registry } from '../../src/graph/registry.ts';
import type { Loaders } from '../../src/loaders/loaders.ts';
import { coreSite, type Resource } from '../../src/wordpress/resources.ts';
import { resourceOfType } from '../../src/wordpress/site.ts';

const registry = new Registry(coreSite.resources.map((resource) => [resource, `The ${resource.type}`]));
const names = {
  wordsOf: ({ type }: Resource) => ({ one: type, many: `${type}s` }),
  listOf: ({ type }: Resource) => `${type}List`,
  namesOf: fieldNames,
};
const ids = { encode: (typeName: string, key: number | string) => `${typeName}:${key}`, decode: decoded };

function decoded(id: string) {
  const [typeName, key] = id.split(':');
  return typeName && key ? { typeName, key } : null;
}

/** Slugs name what the list has at their place. */
const slugs = ['none', 'one', 'two'];
const loaders = {
  bySlug: async (_route: string, slug: string) => {
    const id = slugs.indexOf(slug);
    return id > 0 ? [{ document: { id } }] : [];
  },
} as unknown as Loaders;

function queryOf(type: string, where: object) {
  const resource = resourceOfType(coreSite, type) as Resource;
  return filterQuery(filtersOf(resource, registry, names), where, { registry, ids, loaders });
}

describe('filters', () => {
  it.each(coreSite.resources)('of $type are one or more for each argument of its collection', (resource) => {
    const filters = filtersOf(resource, registry, names);
    expect([...new Set(filters.map(({ argument }) => argument))].sort()).toEqual([...resource.filters].sort());
    expect(new Set(filters.map(({ name }) => name)).size).toBe(filters.length);
  });

  it('are those alone that the collection takes', () => {
    const posts = resourceOfType(coreSite, 'post') as Resource;
    const filters = filtersOf({ ...posts, filters: ['search', 'tags'] }, registry, names);
    expect(filters.map(({ name }) => name)).toEqual(['search', 'post_tagList']);
  });

  it.each<[string, object, object | null]>([
    ['post', {}, {}],
    ['post', { search: 'a', sticky: false, unknown: 1, status: null }, { search: 'a', sticky: false }],
    [
      'post',
      { searchExactly: true, searchColumns: ['post_title'] },
      { search_semantics: 'exact', search_columns: ['post_title'] },
    ],
    ['post', { searchExactly: false }, {}],
    // An empty list matches nothing; leaving out nothing is no filter.
    ['post', { slugs: [] }, null],
    ['post', { include: [] }, null],
    ['post', { exclude: [] }, {}],
    ['post', { include: ['7', 'The post:8'] }, { include: [7, 8] }],
    ['post', { after: '2024-05-16T16:00:28.000' }, { after: '2024-05-16T16:00:28' }],
    ['post', { authors: { ids: ['3'], slugs: ['one', 'two'] } }, { author: [3, 1, 2] }],
    ['post', { authors: { slugs: ['nobody'] } }, null],
    ['post', { excludeAuthors: { slugs: ['nobody'] } }, {}],
    ['post', { categoryList: { slugs: ['one'] } }, { categories: [1] }],
    ['post', { categoryList: { ids: ['1'], slugs: ['nothing'], operator: 'AND' } }, null],
    [
      'post',
      { categoryList: { ids: ['1', '2'], operator: 'AND', includeChildren: true } },
      { 'categories[terms]': [1, 2], 'categories[operator]': 'AND', 'categories[include_children]': true },
    ],
    ['post', { excludePost_tagList: { ids: ['5'] } }, { tags_exclude: [5] }],
    ['post', { excludePost_tagList: { slugs: ['nothing'] } }, {}],
    ['page', { topLevel: true }, { parent: 0 }],
    ['page', { topLevel: false, menuOrder: 3 }, { parent_exclude: 0, menu_order: 3 }],
    ['attachment', { mediaType: 'IMAGE', parents: ['The page:2'] }, { media_type: 'image', parent: [2] }],
    ['category', { parent: '0', hideEmpty: true }, { parent: 0, hide_empty: true }],
    ['category', { parent: 'The category:4', post: '9' }, { parent: 4, post: 9 }],
    // WordPress heeds only one of two arguments by the same property: what both let pass is made out here.
    ['page', { parents: ['4', '5'], excludeParents: ['5'] }, { parent: [4] }],
    ['page', { parents: ['4'], topLevel: false }, { parent: [4] }],
    ['page', { parents: ['4'], topLevel: true }, null],
    ['post', { authors: { ids: ['1', '2'] }, excludeAuthors: { ids: ['1'] } }, { author: [2] }],
    ['post', { authors: { ids: ['1'] }, excludeAuthors: { ids: ['1'] } }, null],
    ['comment', { posts: ['The attachment:4'], authorEmail: 'a@b.c' }, { post: [4], author_email: 'a@b.c' }],
  ])('of %s: %j', async (type, where, expected) => {
    expect(await queryOf(type, where)).toEqual(expected);
  });

  it('name the argument that they do not take', async () => {
    await expect(queryOf('post', { include: ['The page:1'] })).rejects.toThrow('where.include');
    await expect(queryOf('post', { authors: { ids: ['x'] } })).rejects.toThrow('where.authors.ids');
    await expect(queryOf('post', { before: '2024-05-16T16:00:28Z' })).rejects.toThrow('where.before');
  });
});

import { describe, expect, it } from 'vitest';
import { PressgraphError } from '../../src/errors.ts';
import { databaseIdOf, type IdCodec, idsArgument } from '../../src/graph/ids.ts';
import { Registry } from '../../src/graph/registry.ts';
import { coreSite } from '../../src/wordpress/resources.ts';
import { resourceOfType } from '../../src/wordpress/site.ts';

const [posts, pages, tags] = ['post', 'page', 'post_tag'].map((type) => {
  const found = resourceOfType(coreSite, type);
  if (!found) throw new Error(`There is no ${type}.`);
  return found;
}) as [(typeof coreSite.resources)[number], (typeof coreSite.resources)[number], (typeof coreSite.resources)[number]];

const plainIds: IdCodec = {
  encode: (typeName, key) => `${typeName}/${key}`,
  decode(id) {
    const [typeName, key] = id.split('/');
    return typeName && key ? { typeName, key } : null;
  },
};

describe('a registry', () => {
  const registry = new Registry([
    [posts, 'Article'],
    [tags, 'Label'],
  ]);
  const identities = { registry, ids: plainIds };

  it('gives the resource of a name, and the name of a resource', () => {
    expect(registry.nameOf(posts)).toBe('Article');
    expect(registry.named('Label')).toBe(tags);
    expect(registry.named('constructor')).toBeUndefined();
    expect(() => registry.nameOf(pages)).toThrow('/wp/v2/pages');
  });

  it('finds what is of a type, and what is of a family', () => {
    expect(registry.ofType('post_tag')).toBe(tags);
    expect(registry.ofFamily('term', 'content')).toEqual([posts, tags]);
  });

  it('takes no name twice', () => {
    expect(
      () =>
        new Registry([
          [posts, 'Article'],
          [pages, 'Article'],
        ]),
    ).toThrow('Article');
  });

  it('reads ids as its schema writes them, of the resources that are meant', () => {
    expect(databaseIdOf(identities, 'Article/7', [posts])).toBe(7);
    for (const id of ['Label/7', 'Article/0', 'Article/x', 'Article/1.5', 'Page/7', '7', '']) {
      expect(databaseIdOf(identities, id, [posts]), id).toBeNull();
    }
  });

  it('takes both kinds of ids in arguments, and says by its own names what it does not take', () => {
    expect(idsArgument(identities, 'where.x', ['7', 8, 'Label/9'], [posts, tags])).toEqual([7, 8, 9]);
    for (const id of ['Page/7', '0', 'seven', '-1']) {
      const taken = () => idsArgument(identities, 'where.x', [id], [posts, tags]);
      expect(taken, id).toThrow(PressgraphError);
      expect(taken, id).toThrow('nor the id of a Article or Label.');
    }
  });
});

import { describe, expect, it } from 'vitest';
import { Properties } from '../../src/wordpress/properties.ts';

const { of } = Properties;

describe('properties', () => {
  it('a whole covers the parts below it, not the other way round', () => {
    expect(of('content').covers(of('content.protected'))).toBe(true);
    expect(of('content.protected').covers(of('content'))).toBe(false);
    expect(of('acf.hero').covers(of('acf.hero.title', 'acf.hero.image.id'))).toBe(true);
    expect(of('acf.hero.title', 'acf.hero.image').covers(of('acf.hero'))).toBe(false);
    expect(of('meta.x').covers(of('meta.xy'))).toBe(false);
    expect(of('meta.x').covers(of('met'))).toBe(false);
    expect(of('a').covers(Properties.none)).toBe(true);
    expect(Properties.none.covers(of('a'))).toBe(false);
  });

  it('have a path that lies in a whole, however deep', () => {
    const some = of('title', 'acf.hero', 'meta.x.a');
    for (const path of ['title', 'title.rendered', 'acf.hero', 'acf.hero.title.text', 'meta.x.a']) {
      expect(some.has(path), path).toBe(true);
    }
    for (const path of ['acf', 'acf.footer', 'meta', 'meta.x', 'meta.x.b', 'slug', 'toString', '']) {
      expect(some.has(path), path).toBe(false);
    }
  });

  it('are printed sorted, without a path beside its parent: WordPress would stop reading there', () => {
    expect(of('slug', 'content.protected', 'content', 'id').print()).toBe('content,id,slug');
    expect(of('content', 'content.protected', 'id').print()).toBe('content,id');
    expect(of('slug', 'content.protected', 'id').print()).toBe('content.protected,id,slug');
    expect(of('meta.x.a', 'meta.x', 'meta.xy').print()).toBe('meta.x,meta.xy');
    expect(Properties.none.print()).toBe('');
  });

  it('a union holds both, and is the same object for the same two', () => {
    const [one, other] = [of('a', 'm.x.a', 'whole'), of('b', 'm.x.b', 'm.y', 'whole.part')];
    expect(one.union(other).print()).toBe('a,b,m.x.a,m.x.b,m.y,whole');
    expect(other.union(one).print()).toBe('a,b,m.x.a,m.x.b,m.y,whole');
    expect(one.union(other)).toBe(one.union(other));
    expect(one.union(of('a'))).toBe(one);
    expect(of('a').union(one)).toBe(one);
    expect(one.with('a', 'whole.x')).toBe(one);
    expect(one.with('c').has('c')).toBe(true);
    expect(Properties.unionOf([of('a'), of('b'), of('a.c')]).print()).toBe('a,b');
  });

  it('without others lack what these cover, and keep a whole of which these have parts', () => {
    const some = of('title', 'meta', 'acf.hero.title', 'acf.hero.image', 'acf.footer');
    expect(some.without(of('title', 'acf.hero')).print()).toBe('acf.footer,meta');
    expect(some.without(of('acf.hero.title', 'meta.x')).print()).toBe('acf.footer,acf.hero.image,meta,title');
    expect(some.without(of('meta.x', 'slug'))).toBe(some);
    expect(some.without(some).isEmpty).toBe(true);
  });

  it('update a document by what was asked anew, and by nothing else', () => {
    const before = { title: 'Old', content: { rendered: 'Body', protected: false }, meta: { x: { a: 1, b: 2 } } };
    const update = (now: object, ...properties: string[]) => of(...properties).update<object>(before, now);
    expect(update({ title: 'New', slug: 'new' }, 'title')).toEqual({ ...before, title: 'New' });
    expect(update({}, 'title')).toEqual({ content: before.content, meta: before.meta });
    expect(update({ content: { protected: true } }, 'content.protected')).toEqual({
      ...before,
      content: { rendered: 'Body', protected: true },
    });
    expect(update({ content: { protected: true } }, 'content')).toEqual({ ...before, content: { protected: true } });
    expect(update({ meta: { x: { a: 3 } } }, 'meta.x.a')).toEqual({ ...before, meta: { x: { a: 3, b: 2 } } });
    expect(update({ meta: { x: { a: 3 }, y: 1 } }, 'meta.x.a', 'meta.y')).toEqual({
      ...before,
      meta: { x: { a: 3, b: 2 }, y: 1 },
    });
    expect(update({ meta: [] }, 'meta.x.a')).toEqual({ ...before, meta: { x: { b: 2 } } });
    expect(update({ excerpt: null }, 'excerpt.protected')).toEqual(before);
    expect(before.meta).toEqual({ x: { a: 1, b: 2 } });
  });

  it('update a document of which a plugin calls a property what every object has', () => {
    const read = (text: string) => JSON.parse(text) as Record<string, unknown>;
    const named = of('id', '__proto__', 'constructor.name');
    const updated = named.update(
      read('{"id":1,"meta":{}}'),
      read('{"id":1,"__proto__":{"meta":7},"constructor":{"name":"x"}}'),
    );
    expect(Object.keys(updated)).toEqual(['id', 'meta', '__proto__', 'constructor']);
    expect(Object.getPrototypeOf(updated)).toBe(Object.prototype);
    expect(of('__proto__').update(updated, {})).toEqual({ id: 1, meta: {}, constructor: { name: 'x' } });
  });

  it('tell the length of what a document says of them, without reading its texts', () => {
    const document = {
      id: 7,
      title: { rendered: 'Hello' },
      content: { rendered: 'b'.repeat(10_000), protected: false },
      ids: [1, 2, 3],
    };
    for (const paths of [
      ['id'],
      ['title'],
      ['content'],
      ['content.rendered', 'title.rendered'],
      ['ids', 'id', 'nothing'],
    ]) {
      const properties = of(...paths);
      const written = JSON.stringify(properties.update<object>({}, document)).length;
      expect(Math.abs(properties.lengthIn(document) - written), paths.join()).toBeLessThan(20);
    }
    expect(of('title.rendered').lengthIn({ title: 'a text' })).toBeGreaterThan(0);
    expect(of('title').lengthIn([])).toBeLessThan(5);
  });
});

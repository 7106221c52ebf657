import { describe, expect, it } from 'vitest';
import { covers, fieldsParameter, union, updated } from '../../src/wordpress/properties.ts';

describe('properties', () => {
  it('a whole property covers the paths below it, not the other way round', () => {
    expect(covers(new Set(['content']), new Set(['content.protected']))).toBe(true);
    expect(covers(new Set(['content.protected']), new Set(['content']))).toBe(false);
  });

  it('a path beside its parent is left out: WordPress would stop reading there', () => {
    expect(fieldsParameter(new Set(['slug', 'content.protected', 'content', 'id']))).toBe('content,id,slug');
    expect(fieldsParameter(new Set(['slug', 'content.protected', 'id']))).toBe('content.protected,id,slug');
  });

  it('are covered, and left out, by any whole that they lie in', () => {
    expect(covers(new Set(['meta']), new Set(['meta.x.a']))).toBe(true);
    expect(covers(new Set(['meta.x']), new Set(['meta.x.a']))).toBe(true);
    expect(covers(new Set(['meta.x']), new Set(['meta.xy']))).toBe(false);
    expect(fieldsParameter(new Set(['meta.x', 'meta.x.a', 'meta.xy']))).toBe('meta.x,meta.xy');
  });

  it('are updated by what was asked anew, and by nothing else', () => {
    const before = { title: 'Old', content: { rendered: 'Body', protected: false }, meta: { x: { a: 1, b: 2 } } };
    const update = (now: object, ...properties: string[]) => updated<object>(before, now, new Set(properties));
    expect(update({ title: 'New', slug: 'new' }, 'title')).toEqual({ ...before, title: 'New' });
    expect(update({}, 'title')).toEqual({ content: before.content, meta: before.meta });
    expect(update({ content: { protected: true } }, 'content.protected')).toEqual({
      ...before,
      content: { rendered: 'Body', protected: true },
    });
    expect(update({ content: { protected: true } }, 'content')).toEqual({ ...before, content: { protected: true } });
    expect(update({ meta: { x: { a: 3 } } }, 'meta.x.a')).toEqual({ ...before, meta: { x: { a: 3, b: 2 } } });
    expect(update({ meta: [] }, 'meta.x.a')).toEqual({ ...before, meta: { x: { b: 2 } } });
    expect(update({ excerpt: null }, 'excerpt.protected')).toEqual(before);
    expect(before.meta).toEqual({ x: { a: 1, b: 2 } });
  });

  it('a union holds both', () => {
    expect([...union(new Set(['a']), new Set(['b']))].sort()).toEqual(['a', 'b']);
    const wide = new Set(['a', 'b']);
    expect(union(wide, new Set(['a']))).toBe(wide);
  });
});

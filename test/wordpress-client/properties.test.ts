import { describe, expect, it } from 'vitest';
import { covers, fieldsParameter, union } from '../../src/wordpress/properties.ts';

describe('properties', () => {
  it('a whole property covers the paths below it, not the other way round', () => {
    expect(covers(new Set(['content']), new Set(['content.protected']))).toBe(true);
    expect(covers(new Set(['content.protected']), new Set(['content']))).toBe(false);
  });

  it('a path beside its parent is left out: WordPress would stop reading there', () => {
    expect(fieldsParameter(new Set(['slug', 'content.protected', 'content', 'id']))).toBe('content,id,slug');
    expect(fieldsParameter(new Set(['slug', 'content.protected', 'id']))).toBe('content.protected,id,slug');
  });

  it('a union holds both', () => {
    expect([...union(new Set(['a']), new Set(['b']))].sort()).toEqual(['a', 'b']);
    const wide = new Set(['a', 'b']);
    expect(union(wide, new Set(['a']))).toBe(wide);
  });
});

import { describe, expect, it } from 'vitest';
import { PressgraphError } from '../../src/errors.ts';
import { Orders } from '../../src/graph/orders.ts';
import { coreSite } from '../../src/wordpress/resources.ts';

const nameOf = ({ name }: { readonly name: string }) => name;

describe('orders', () => {
  it.each(coreSite.resources)('of $type are all that its collection takes, by a name each', (resource) => {
    const { choices } = Orders.of(resource);
    expect(choices.map(({ orderby }) => orderby)).toEqual(resource.orders);
    expect(new Set(choices.map(nameOf)).size).toBe(choices.length);
  });

  it('start with the order that a list has when none is asked for', () => {
    const orders = Orders.of({ orders: ['date', 'title'] });
    expect(orders.order(null)).toEqual({ orderby: 'date', direction: 'desc', dated: 'date' });
    expect(orders.order({ field: 'TITLE' })).toEqual({ orderby: 'title', direction: 'asc' });
    expect(orders.order({ field: 'TITLE', direction: 'DESC' })).toEqual({ orderby: 'title', direction: 'desc' });
  });

  it('may have another usual one', () => {
    const collection = { orders: ['date', 'relevance', 'include'] };
    const oldestFirst = Orders.withUsual(collection, { field: 'DATE', direction: 'ASC' });
    expect(oldestFirst.choices.map(nameOf)).toEqual(['DATE', 'RELEVANCE', 'INCLUDE']);
    expect(oldestFirst.order(undefined)).toMatchObject({ direction: 'asc' });
    expect(oldestFirst.order({ field: 'DATE' })).toMatchObject({ direction: 'desc' });
    // A collection need not take it.
    expect(Orders.withUsual(collection, { field: 'MENU_ORDER' }).order(null)).toMatchObject({ orderby: 'date' });
  });

  it('refuse one whose filter is not given', () => {
    const orders = Orders.of({ orders: ['date', 'include_slugs'] });
    for (const where of [{}, { slugs: null }]) {
      expect(() => orders.check({ field: 'SLUGS' }, where)).toThrow(PressgraphError);
    }
    orders.check({ field: 'SLUGS' }, { slugs: [] });
    orders.check({ field: 'DATE' }, {});
    orders.check(null, {});
  });
});

/**
 * What some types have beyond their family, as WordPress gives it to them by what they support.
 */
import type { FamilyName } from './families.ts';

export interface Traits {
  readonly properties?: readonly string[];
  readonly filters?: readonly string[];
  readonly orders?: readonly string[];
}

export const bodied: Traits = { properties: ['content', 'excerpt', 'featured_media'] };
export const sticky: Traits = { properties: ['sticky', 'format'], filters: ['sticky', 'format'] };
export const placed: Traits = { properties: ['menu_order'], filters: ['menu_order'], orders: ['menu_order'] };
/** Of what has parents of its own kind. Comments have them as well, all of them: their family says so. */
export const branching: Readonly<Partial<Record<FamilyName, Traits>>> = {
  content: { properties: ['parent'], filters: ['parent', 'parent_exclude'] },
  term: { properties: ['parent'], filters: ['parent'] },
};
/** Of what has terms under these names. */
export function sorted(bases: readonly string[]): Traits {
  const filters = bases.flatMap((base) => [base, `${base}_exclude`]);
  return { properties: bases, filters: bases.length > 0 ? [...filters, 'tax_relation'] : [] };
}

/** All that the types of a family can have. */
export const possible: Readonly<Partial<Record<FamilyName, readonly Traits[]>>> = {
  content: [bodied, sticky, placed],
};

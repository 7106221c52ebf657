/**
 * The input types that several nouns share, made once for a schema and handed to each.
 */
import type { Draft } from './draft.ts';
import { defineOrderBy } from './order-by.ts';
import { defineTextFormat } from './text-format.ts';
import { defineWhere } from './where.ts';

export function defineInputs(draft: Draft) {
  return {
    textFormat: defineTextFormat(draft.builder),
    ...defineOrderBy(draft),
    where: defineWhere(draft),
  };
}

export type Inputs = ReturnType<typeof defineInputs>;

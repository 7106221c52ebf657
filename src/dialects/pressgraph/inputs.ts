/**
 * The input types that several nouns share, made once for a builder and handed to each.
 */
import type { Builder } from './builder.ts';
import { defineFilterInputs } from './filter-inputs.ts';
import { defineOrders } from './orders.ts';
import { defineTextFormat } from './text.ts';

export function defineInputs(builder: Builder) {
  return {
    textFormat: defineTextFormat(builder),
    ...defineOrders(builder),
    filters: defineFilterInputs(builder),
  };
}

export type Inputs = ReturnType<typeof defineInputs>;

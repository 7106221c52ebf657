/**
 * The input types that several nouns share, and what turns texts into the format asked for; made once for a builder and
 * handed to each.
 */
import type { Builder } from './builder.ts';
import { defineFilterInputs } from './filter-inputs.ts';
import { defineOrders } from './orders.ts';
import { defineTextFormat } from './text.ts';
import { TextConversions } from './text-conversions.ts';

export function defineInputs(builder: Builder) {
  return {
    textFormat: defineTextFormat(builder),
    conversions: new TextConversions(),
    ...defineOrders(builder),
    filters: defineFilterInputs(builder),
  };
}

export type Inputs = ReturnType<typeof defineInputs>;

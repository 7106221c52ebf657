/**
 * The input types that several nouns share, made once for a schema and handed to each.
 */
import { defineAddressForm } from './address-form.ts';
import { defineOrderBy } from './order-by.ts';
import { defineLinkForm, defineTextFormat } from './text-format.ts';
import type { Vocabulary } from './vocabulary.ts';
import { defineWhere } from './where.ts';

export function defineInputs(vocabulary: Vocabulary) {
  return {
    addressForm: defineAddressForm(vocabulary.builder),
    textFormat: defineTextFormat(vocabulary.builder),
    linkForm: defineLinkForm(vocabulary.builder),
    ...defineOrderBy(vocabulary),
    ...defineWhere(vocabulary),
  };
}

export type Inputs = ReturnType<typeof defineInputs>;

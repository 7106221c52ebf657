/**
 * What a property or an argument holds, as a site's own JSON Schema describes it, in the few kinds that a graph can type.
 * Schemas are made by plugins and may lie: they say what to read a value as, never what it is (see `values.ts`).
 */

/** Formats of text that say more than that it is one, where the values keep to them. */
export type TextFormat = 'date-time' | 'uri' | 'email';

export type ValueSchema =
  | {
      readonly kind: 'text';
      readonly format?: TextFormat;
      /** The only values that it has (`enum`), without the empty one, which stands for none. */
      readonly values?: readonly string[];
    }
  /** A whole number. Few schemas say how large it may be. */
  | { readonly kind: 'integer'; readonly isSmall: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  /** Ids of documents, of which the schema does not say what they are of: ACF's relations. */
  | { readonly kind: 'ids'; readonly isOne: boolean }
  | { readonly kind: 'list'; readonly items: ValueSchema }
  /** Named members; other names may stand beside them. At least one. */
  | { readonly kind: 'object'; readonly members: readonly MemberSchema[] }
  /** What no type says: several at once, none, or names that are not told. */
  | { readonly kind: 'json' /** For people: `may be a text or a list`. */; readonly reason: string };

/** A named value: a property of documents, a member of one, or an argument of a collection. */
export interface MemberSchema {
  /** As WordPress has it. */
  readonly name: string;
  /** As whoever made it describes it, or its title; empty for none. */
  readonly description: string;
  readonly value: ValueSchema;
}

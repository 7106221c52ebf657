/**
 * The `format` argument of texts that WordPress keeps as HTML.
 */
import type { TextPlan } from '../../graph/fields/texts.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import { type Builder, type FieldsOf, planned } from './builder.ts';

export function defineTextFormat(builder: Builder) {
  return builder.enumType('TextFormat', {
    description: 'How a text that WordPress keeps as HTML is given out.',
    values: {
      HTML: {
        description: 'As WordPress renders it. It may hold scripts where authors may write them: sanitise before use.',
      },
      TEXT: {
        description:
          'Tags stripped, entities decoded, paragraphs and headings on lines of their own; items of lists marked, cells of a row parted by tabs, quotes marked by `>`.',
      },
      RAW: {
        description:
          'As stored, with block comments and shortcodes. Needs the right to edit the document: `UNAUTHENTICATED` or `FORBIDDEN` without it.',
      },
    },
  } as const);
}

export type TextFormatInput = ReturnType<typeof defineTextFormat>;

/** Options of a field for such a text. */
export function formatted<D extends RestDocument>(
  t: Pick<FieldsOf<unknown>, 'arg'>,
  textFormat: TextFormatInput,
  plan: TextPlan<D>,
) {
  const description = 'How to give the text out.';
  return {
    args: { format: t.arg({ type: textFormat, required: true, defaultValue: 'HTML', description }) },
    ...planned(plan),
  };
}

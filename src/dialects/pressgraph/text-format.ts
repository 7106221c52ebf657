/**
 * The arguments of texts that WordPress keeps as HTML: `format`, and `links` where there may be links.
 */
import type { TextArguments, TextPlan } from '../../graph/fields/texts.ts';
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

export function defineLinkForm(builder: Builder) {
  return builder.enumType('LinkForm', {
    description: 'How links to pages of the site itself are given out.',
    values: {
      ABSOLUTE: { description: 'As WordPress renders them: they lead to the site.' },
      RELATIVE: {
        description:
          'Relative to the front page, as `uri` is: they lead to the front end that shows the text. Those to files, the REST API and the admin stay absolute, and so do images and forms. All else stays as it is, down to the byte.',
      },
    },
  } as const);
}

/** What the arguments are of. */
export interface TextInputs {
  readonly textFormat: ReturnType<typeof defineTextFormat>;
  readonly linkForm: ReturnType<typeof defineLinkForm>;
}

/** Options of a field for such a text. */
export function formatted<D extends RestDocument>(
  t: Pick<FieldsOf<unknown>, 'arg'>,
  { textFormat }: Pick<TextInputs, 'textFormat'>,
  plan: TextPlan<D>,
) {
  return { args: { format: formatArgument(t, textFormat) }, ...planned(plan) };
}

/** As `formatted`, for a text that may have links. */
export function linked<D extends RestDocument, Args extends TextArguments>(
  t: Pick<FieldsOf<unknown>, 'arg'>,
  inputs: TextInputs,
  plan: TextPlan<D, Args>,
) {
  return { args: linkedArguments(t, inputs), ...planned(plan) };
}

export function linkedArguments(t: Pick<FieldsOf<unknown>, 'arg'>, { textFormat, linkForm }: TextInputs) {
  const description = 'How to give out links to pages of the site itself. Other formats than HTML have none.';
  return {
    format: formatArgument(t, textFormat),
    links: t.arg({ type: linkForm, required: true, defaultValue: 'ABSOLUTE', description }),
  };
}

function formatArgument(t: Pick<FieldsOf<unknown>, 'arg'>, textFormat: TextInputs['textFormat']) {
  return t.arg({ type: textFormat, required: true, defaultValue: 'HTML', description: 'How to give the text out.' });
}

/**
 * HTML as WordPress prints it, and as plain text.
 * Knows the `format` argument and what needs the right to edit.
 */
import { decodeHTML } from 'entities';
import { PressgraphError } from '../errors.ts';
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import type { RenderedText, RestDocument } from '../wordpress/documents.ts';
import { type Builder, type DocumentType, type FieldsOf, readsByArguments } from './builder.ts';
import { resourceOf } from './resource-types.ts';

type TextFormat = 'HTML' | 'TEXT' | 'RAW';

type ToText = (html: string) => string;

let toText: MaybePromise<ToText> | undefined;

/** The parser is loaded when the first plain text is asked for: nobody's start waits for it. */
function loadedToText(): MaybePromise<ToText> {
  toText ??= import('html-to-text').then(({ compile }) => {
    toText = compile({
      wordwrap: false,
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        { selector: 'img', format: 'skip' },
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
        { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
      ],
    });
    return toText;
  });
  return toText;
}

/** Tags stripped, entities decoded, blocks on lines of their own. */
function plainText(html: string): MaybePromise<string> {
  return /[<&]/.test(html) ? andThen(loadedToText(), (convert) => convert(html)) : html;
}

/** Names of sites, terms and people are stored with entities, but never with tags. */
export function decodedName(name: string | undefined): string {
  return decodeHTML(name ?? '');
}

export function defineTextFormat(builder: Builder) {
  return builder.enumType('TextFormat', {
    description: 'How a text that WordPress keeps as HTML is given out.',
    values: {
      HTML: {
        description: 'As WordPress renders it. It may hold scripts where authors may write them: sanitise before use.',
      },
      TEXT: { description: 'Tags stripped, entities decoded, paragraphs and headings on lines of their own.' },
      RAW: {
        description:
          'As stored, with block comments and shortcodes. Needs the right to edit the document: `UNAUTHENTICATED` or `FORBIDDEN` without it.',
      },
    },
  } as const);
}

export type TextFormatInput = ReturnType<typeof defineTextFormat>;

/** The `format` argument of a field whose text WordPress keeps as HTML. */
export function formatArgument(t: Pick<FieldsOf<unknown>, 'arg'>, textFormat: TextFormatInput) {
  return {
    format: t.arg({ type: textFormat, required: true, defaultValue: 'HTML', description: 'How to give the text out.' }),
  };
}

/** Options of a field for an HTML property: what it reads in each format, and its resolver. */
export function formatted<D extends RestDocument, P extends keyof D & string>(
  property: P,
  rendered: (document: D) => string | null | undefined,
) {
  return readsByArguments<D, { readonly format: TextFormat }, string | null | Promise<string | null>>(
    property,
    ({ format }) => (format === 'RAW' ? [] : [property]),
    (document, { format }, { loaders }, info) => {
      if (format === 'RAW') {
        const { route } = resourceOf(loaders.site, info.parentType.name as DocumentType);
        return rawText(loaders, route, document.id, property);
      }
      const html = rendered(document) ?? null;
      return html === null || format === 'HTML' ? html : plainText(html);
    },
  );
}

async function rawText(
  loaders: { authenticated: boolean; editable(route: string, id: number, properties: Set<string>): unknown },
  route: string,
  id: number,
  property: string,
): Promise<string | null> {
  if (!loaders.authenticated) {
    throw new PressgraphError(
      'UNAUTHENTICATED',
      `Format RAW of "${property}" needs credentials with the right to edit.`,
    );
  }
  const document = (await loaders.editable(route, id, new Set([property]))) as Record<string, unknown> | null;
  if (!document) {
    throw new PressgraphError('FORBIDDEN', `Format RAW of "${property}" needs the right to edit document ${id}.`, {
      route,
    });
  }
  const value = document[property] as RenderedText | string | undefined;
  return (typeof value === 'object' ? value.raw : value) ?? null;
}

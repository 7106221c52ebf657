/**
 * HTML as WordPress prints it, and as plain text.
 * Knows the `format` argument and what needs the right to edit.
 */
import { decodeHTML } from 'entities';
import { PressgraphError } from '../../errors.ts';
import type { Loaders } from '../../loaders/loaders.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import { Properties } from '../../wordpress/properties.ts';
import { readMember, readText } from '../../wordpress/values.ts';
import { type Builder, type DocumentType, type FieldsOf, readsByArguments } from './builder.ts';
import { resourceOf } from './resource-types.ts';

type TextFormat = 'HTML' | 'TEXT' | 'RAW';

/** Names of sites, terms and people are stored with entities, but never with tags. */
export function decodedName(name: unknown): string | null {
  const encoded = readText(name);
  return encoded === null ? null : decodeHTML(encoded);
}

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

/** The `format` argument of a field whose text WordPress keeps as HTML. */
export function formatArgument(t: Pick<FieldsOf<unknown>, 'arg'>, textFormat: TextFormatInput) {
  return {
    format: t.arg({ type: textFormat, required: true, defaultValue: 'HTML', description: 'How to give the text out.' }),
  };
}

/** Options of a field for an HTML property: what it reads in each format, and its resolver. */
export function formatted<D extends RestDocument, P extends keyof D & string>(
  property: P,
  rendered: (document: D) => string | null,
) {
  return readsByArguments<D, { readonly format: TextFormat }, MaybePromise<string | null>>(
    property,
    ({ format }) => (format === 'RAW' ? [] : [property]),
    (document, { format }, { loaders, texts }, info) => {
      if (format === 'RAW') {
        const { route } = resourceOf(loaders.site, info.parentType.name as DocumentType);
        return rawText(loaders, route, document.id, property);
      }
      const html = rendered(document);
      if (html === null || format === 'HTML') return html;
      return texts.plainText(`${info.parentType.name} ${document.id} ${property}`, html);
    },
  );
}

async function rawText(
  loaders: Pick<Loaders, 'authenticated' | 'editable'>,
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
  const loaded = await loaders.editable(route, id, Properties.of(property));
  if (!loaded) {
    throw new PressgraphError('FORBIDDEN', `Format RAW of "${property}" needs the right to edit document ${id}.`, {
      route,
    });
  }
  const value = readMember(await (loaded.whole ?? loaded.document), property);
  return readText(typeof value === 'object' ? readMember(value, 'raw') : value);
}

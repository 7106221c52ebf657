/**
 * Texts that WordPress keeps as HTML: as it renders them, as plain text, or as they are stored.
 * Knows what needs the right to edit, and what a password hides.
 */
import { PressgraphError } from '../../errors.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import type {
  CommentDocument,
  ContentDocument,
  MediaDocument,
  PostDocument,
  RestDocument,
  TermDocument,
} from '../../wordpress/documents.ts';
import { Properties } from '../../wordpress/properties.ts';
import { readBoolean, readMember, readText } from '../../wordpress/values.ts';
import type { GraphContext } from '../context.ts';
import type { GraphNode } from '../node.ts';
import { type FieldPlan, readsByArguments, readsOf } from '../plan/field-plan.ts';

export type TextFormat = 'HTML' | 'TEXT' | 'RAW';

/** Whether links to pages of the site are as they are written there, or lead to whatever front end shows them. */
export type LinkForm = 'ABSOLUTE' | 'RELATIVE';

export interface TextArguments {
  readonly format: TextFormat;
  /** Absent where a text has no links. */
  readonly links?: LinkForm;
}

export type TextPlan<D extends RestDocument, Args extends TextArguments = TextArguments> = FieldPlan<
  GraphNode<D>,
  Args,
  MaybePromise<string | null>
>;

export const title = textOf<ContentDocument>('title', ({ title }) => readText(title));
export const body = textOf<PostDocument>('content', ({ content }) => unlessProtected(content));
export const caption = textOf<MediaDocument>('caption', ({ caption }) => readText(caption));
export const mediaDescription = textOf<MediaDocument>('description', ({ description }) => readText(description));
export const termDescription = textOf<TermDocument>('description', ({ description }) => readText(description));
export const commentBody = textOf<CommentDocument>('content', ({ content }) => readText(content));

/** Protection is a property of the body, which not every type has. */
export const isProtected = readsOf<ContentDocument & Pick<PostDocument, 'content'>>()(
  ['content.protected'],
  ({ document }) => isLocked(document.content),
);

/** Whether a password is needed to read a body; `false` where its document does not say. */
export function isLocked(body: unknown): boolean {
  return readBoolean(readMember(body, 'protected')) ?? false;
}

/** WordPress answers a protected body with an empty text, and with the text to a visitor who gave the password. */
export function unlessProtected(body: unknown): string | null {
  const text = readText(body);
  return text === '' && isLocked(body) ? null : text;
}

function textOf<D extends RestDocument>(
  property: keyof D & string,
  rendered: (document: D) => string | null,
): TextPlan<D> {
  return readsByArguments(
    property,
    ({ format }) => (format === 'RAW' ? [] : [property]),
    (node, args, context) => {
      if (!node.resource.properties.has(property)) return null;
      if (args.format === 'RAW') return loadStoredText(node, property, context);
      const html = rendered(node.document);
      return html === null ? null : givenOut(node, property, html, args, context);
    },
  );
}

/** A text that is rendered as HTML, as a client wants it. */
export function givenOut(
  { resource, document }: GraphNode,
  property: string,
  html: string,
  { format, links }: TextArguments,
  { texts, loaders }: GraphContext,
): MaybePromise<string> {
  const name = `${resource.route} ${document.id} ${property}`;
  if (format === 'TEXT') return texts.plainText(name, html);
  return links === 'RELATIVE' ? texts.relativeLinks(name, html, loaders.site) : html;
}

export async function loadStoredText(
  { resource: { route }, document: { id } }: GraphNode,
  property: string,
  { loaders }: GraphContext,
): Promise<string | null> {
  if (!loaders.authenticated) {
    throw new PressgraphError(
      'UNAUTHENTICATED',
      `Format RAW of "${property}" needs credentials with the right to edit.`,
    );
  }
  const found = await loaders.editable(route, id, Properties.of(property));
  if (!found) {
    throw new PressgraphError('FORBIDDEN', `Format RAW of "${property}" needs the right to edit document ${id}.`, {
      route,
    });
  }
  const value = readMember(found.document, property);
  return readText(typeof value === 'object' ? readMember(value, 'raw') : value);
}

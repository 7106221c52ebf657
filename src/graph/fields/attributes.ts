/**
 * What WordPress stores of a document besides its texts, names and dates, as plain values.
 */
import type {
  CommentDocument,
  ContentDocument,
  PostDocument,
  TermDocument,
  UserDocument,
} from '../../wordpress/documents.ts';
import { readBoolean, readInt, readText, readTexts } from '../../wordpress/values.ts';
import { readsOf } from '../plan/field-plan.ts';

/** All documents can have custom fields. */
export const meta = readsOf<Pick<TermDocument, 'id' | 'meta'>>()(['meta'], ({ document }) => jsonMap(document.meta));

const readsContent = readsOf<ContentDocument>();

export const guid = readsContent(['guid'], ({ document }) => readText(document.guid));
export const commentStatus = readsContent(['comment_status'], ({ document }) => readText(document.comment_status));
export const pingStatus = readsContent(['ping_status'], ({ document }) => readText(document.ping_status));
export const template = readsContent(['template'], ({ document }) => readText(document.template));
export const classList = readsContent(['class_list'], ({ document: { class_list } }) =>
  class_list === undefined ? null : readTexts(class_list),
);
export const contentType = readsContent(['type'], ({ document: { type } }, _args, { loaders }) =>
  loaders.site.contentTypes.find(({ name }) => name === readText(type)),
);

/** Of content and comments. */
const readsState = readsOf<Pick<CommentDocument, 'id' | 'status' | 'type'>>();

export const status = readsState(['status'], ({ document }) => readText(document.status));
export const type = readsState(['type'], ({ document }) => readText(document.type));

const readsPost = readsOf<PostDocument>();

export const sticky = readsPost(['sticky'], ({ document }) => readBoolean(document.sticky) ?? false);
export const format = readsPost(['format'], ({ document }) => readText(document.format));
export const menuOrder = readsPost(['menu_order'], ({ document }) => readInt(document.menu_order));

const readsTerm = readsOf<TermDocument>();

export const count = readsTerm(['count'], ({ document }) => readInt(document.count));
export const taxonomy = readsTerm(['taxonomy'], ({ document }, _args, { loaders }) =>
  loaders.site.taxonomies.find(({ name }) => name === readText(document.taxonomy)),
);

/** What a user says of themselves: text, which may hold HTML. */
export const biography = readsOf<UserDocument>()(['description'], ({ document }) => readText(document.description));

/** A map as JSON; PHP writes an empty one as a list. */
export function jsonMap(value: unknown): object | null {
  if (Array.isArray(value) && value.length === 0) return {};
  return typeof value === 'object' ? value : null;
}

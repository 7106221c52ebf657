/**
 * Names of people, terms and sites, and the names by which documents stand in addresses.
 */
import { decodeHTML } from 'entities';
import type { CommentDocument, TermDocument } from '../../wordpress/documents.ts';
import { readSlug, readText } from '../../wordpress/values.ts';
import { readsOf } from '../plan/field-plan.ts';

/** Users and terms have names, content, users and terms have slugs. */
const reads = readsOf<Pick<TermDocument, 'id' | 'name' | 'slug'>>();

export const name = reads(['name'], ({ document }) => decodedName(document.name));
export const slug = reads(['slug'], ({ document }) => readSlug(document.slug));
/** The name that the writer of a comment gave. */
export const writerName = readsOf<CommentDocument>()(['author_name'], ({ document }) =>
  decodedName(document.author_name),
);

/** Names of sites, terms and people are stored with entities, but never with tags. */
export function decodedName(value: unknown): string | null {
  const encoded = readText(value);
  return encoded === null ? null : decodeHTML(encoded);
}

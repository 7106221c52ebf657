/**
 * What the links of a document's own REST resource say of it.
 */
import type { ContentDocument } from '../../wordpress/documents.ts';
import { linkOf } from '../../wordpress/links.ts';
import { type ReadMap, readAddress, readInt, readMember, readTexts } from '../../wordpress/values.ts';
import { readsOf } from '../plan/field-plan.ts';

const reads = readsOf<ContentDocument>();

export const revisionCount = reads(['_links.version-history'], ({ document }) =>
  readInt(linkOf(document, 'version-history')?.count),
);
export const allowedMethods = reads(['_links.self'], ({ document }) => methodsOf(linkOf(document, 'self')));
export const restUrl = reads(['_links.self'], ({ document }) => readAddress(linkOf(document, 'self')?.href));

/** What the hints of a link allow; `null` where it has none. */
function methodsOf(link: ReadMap | undefined): string[] | null {
  const allow = readMember(link?.targetHints, 'allow');
  return allow === undefined ? null : readTexts(allow);
}

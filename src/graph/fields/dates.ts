/**
 * WordPress' two clocks: the site's local time without an offset, and UTC without its `Z`.
 */
import type { ContentDocument } from '../../wordpress/documents.ts';
import { readDate } from '../../wordpress/values.ts';
import { readsOf } from '../plan/field-plan.ts';

/** Content and comments have dates, content alone says when it was changed. */
const reads = readsOf<Pick<ContentDocument, 'id' | 'date' | 'date_gmt' | 'modified' | 'modified_gmt'>>();

export const date = reads(['date'], ({ document }) => readDate(document.date));
export const dateGmt = reads(['date_gmt'], ({ document }) => utcTime(document.date_gmt));
export const modified = reads(['modified'], ({ document }) => readDate(document.modified));
export const modifiedGmt = reads(['modified_gmt'], ({ document }) => utcTime(document.modified_gmt));

/** A `*_gmt` property as a moment in UTC, `null` for none and for PHP's zero date. */
function utcTime(value: unknown): string | null {
  const time = readDate(value);
  return time === null ? null : `${time}Z`;
}

/**
 * How many there are is not told: a proxy strips the headers, or something was printed ahead of them.
 */

import { answers, type Bend, textOf, withoutHeaders, withText } from '../bend.ts';
import type { Difference, GraphError } from '../comparison.ts';

const totalHeaders = ['x-wp-total', 'x-wp-totalpages'];

/** A total is unknown, and there may be more where nothing says that there is none. */
function isUnknownTotal({ path, field, wanted, got }: Difference): boolean {
  if (field === 'totalCount' || (path[0] === 'march' && field === 'count')) return got === null;
  return (field === 'hasNextPage' || field === 'hasPreviousPage') && wanted === false && got === true;
}

/** Without a total nobody can count from the end. */
const hidesTotal = ({ message }: GraphError) => /^The site hides how many there are /.test(message);

const notice = '<br />\n<b>Notice</b>:  Undefined index: x in <b>/srv/x.php</b> on line <b>7</b><br />\n';

/** PHP has sent its headers with the first thing it printed: no status, no totals, no links. */
function printed(before: string): Bend['bend'] {
  return answers((answer) => ({
    ...withText(withoutHeaders(answer, [...totalHeaders, 'link']), `${before}${textOf(answer)}`),
    status: 200,
  }));
}

export const totals: readonly Bend[] = [
  {
    name: 'totals stripped',
    means: 'A proxy lets no X-WP-Total and X-WP-TotalPages through.',
    bend: answers((answer) => withoutHeaders(answer, totalHeaders)),
    allows: isUnknownTotal,
    errors: hidesTotal,
  },
  {
    name: 'BOM ahead',
    means: 'A file of the theme begins with a byte order mark, which is sent ahead of the headers.',
    bend: printed('\ufeff'),
    allows: isUnknownTotal,
    errors: hidesTotal,
  },
  {
    name: 'notices ahead',
    means: 'PHP prints notices ahead of the headers, and every status is 200.',
    bend: printed(notice.repeat(2)),
    variant: true,
    allows: isUnknownTotal,
    errors: hidesTotal,
  },
];

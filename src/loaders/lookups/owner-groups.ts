/**
 * Which owners of related documents are asked for in one request, where it is known how many documents each of them has.
 *
 * A page of all of them together shows the newest of the owner that has most, and little of the others, which have to be asked for
 * again. So those that have few share a page that holds all they have, and are asked for in parallel with the others.
 * The numbers are WordPress' own (a term's `count`): too large where a taxonomy sorts more than one type, too small where
 * something was imported past WordPress. They plan requests and prove nothing: whether a page is whole, it says itself, and
 * an owner of which it shows too little is asked for again, as where nothing is known.
 */

export interface ExpectedSet {
  readonly owner: number;
  readonly count: number;
}

/** Requests that the numbers may cost: where they are too large, one page would have shown what all of these are made for. */
const mostApart = 5;

/**
 * @param enough how many documents of each owner are needed, if it has as many; infinity for all of them
 * @param sizeFor rows of a page for so many owners
 */
export function groupOwners(
  expected: readonly ExpectedSet[],
  enough: number,
  sizeFor: (owners: number) => number,
): number[][] {
  const groups: number[][] = [];
  let left = [...expected].sort((one, other) => one.count - other.count);
  while (groups.length < mostApart && isAnyShort(left, enough, sizeFor(left.length))) {
    const fitting = countFitting(left, sizeFor);
    groups.push(left.slice(0, fitting).map(({ owner }) => owner));
    left = left.slice(fitting);
  }
  if (left.length > 0) groups.push(left.map(({ owner }) => owner));
  return groups;
}

/** Whether a page of these would probably show too little of one of them: less than half of that, if all are spread alike. */
function isAnyShort(expected: readonly ExpectedSet[], enough: number, size: number): boolean {
  const total = expected.reduce((sum, { count }) => sum + count, 0);
  if (total <= size || expected.length < 2) return false;
  if (enough === Number.POSITIVE_INFINITY) return true;
  return expected.some(({ count }) => (count * size) / total < Math.min(enough, count) / 2);
}

/** How many of these, from the first on, one page holds whole; at least one. */
function countFitting(expected: readonly ExpectedSet[], sizeFor: (owners: number) => number): number {
  let total = 0;
  const beyond = expected.findIndex(({ count }, index) => {
    total += count;
    return total > sizeFor(index + 1);
  });
  return beyond === -1 ? expected.length : Math.max(1, beyond);
}

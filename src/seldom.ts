/** Does something at most once a minute, however often it is told to: for a log that may be told of each of many requests. */
export function seldom<A extends readonly unknown[]>(action: (...given: A) => void): (...given: A) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...given) => {
    if (performance.now() - last < minute) return;
    last = performance.now();
    action(...given);
  };
}

const minute = 60_000;

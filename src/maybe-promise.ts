/**
 * Values that may be there already, and several that are waited for together.
 * Knows that a promise which nobody waits for ends Node when it fails: where several are made, each is waited for or caught.
 */

/** A value, or a promise of it: what is already known is answered without a promise, so that it costs none. */
export type MaybePromise<T> = T | Promise<T>;

function isPromise<T>(value: MaybePromise<T>): value is Promise<T> {
  return value instanceof Promise;
}

/** Goes on with a value at once, or when its promise is kept. */
export function andThen<T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return isPromise(value) ? value.then(next) : next(value);
}

/** What is made, or the error that it fails with, at once or later. */
export function caught<T>(make: () => MaybePromise<T>): MaybePromise<T | Error> {
  try {
    const made = make();
    return isPromise(made) ? made.catch(asError) : made;
  } catch (error) {
    return asError(error);
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/**
 * What is made of each item, at once if nothing of it is a promise. Where making one throws, no further one is made and that
 * is the failure of all: the promises that were made before it are caught, should they fail as well.
 */
export function allOf<T, R>(items: Iterable<T>, make: (item: T) => MaybePromise<R>): MaybePromise<R[]> {
  const made: MaybePromise<R>[] = [];
  try {
    for (const item of items) made.push(make(item));
  } catch (error) {
    for (const promise of made.filter(isPromise)) promise.catch(() => undefined);
    throw error;
  }
  return made.some(isPromise) ? Promise.all(made) : (made as R[]);
}

/** As `allOf`, for a few that are made in different ways. */
export function resultsOf<const T extends readonly unknown[]>(
  ...makes: { readonly [K in keyof T]: () => MaybePromise<T[K]> }
): MaybePromise<T> {
  return allOf(makes as readonly (() => MaybePromise<T[number]>)[], (make) => make()) as unknown as MaybePromise<T>;
}

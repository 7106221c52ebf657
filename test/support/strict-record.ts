/**
 * Documents as strict records: reading a property that the selection did not declare throws, so that a field which
 * forgets to say what it reads cannot pass a test by luck.
 */
import type { LoadersOptions } from '../../src/loaders/loaders.ts';

export const strictRecord: NonNullable<LoadersOptions['present']> = (document, wanted) => {
  const declared = new Set(['id', ...wanted.names]);
  return new Proxy(document, {
    get(target, property, receiver) {
      if (typeof property === 'string' && !declared.has(property) && property !== 'then' && property !== 'toJSON') {
        throw new Error(`"${property}" is read of a document of which only ${[...declared].join(', ')} were declared.`);
      }
      return Reflect.get(target, property, receiver);
    },
  });
};

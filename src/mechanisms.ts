/**
 * What changes no answer, only how fast it comes. Each of these can be left out, so that `npm run bench -- --without` can
 * ask what it is worth: one that is worth too little goes.
 * Knows their names and what each does; a layer is told which are left out, and leaves them out itself.
 */

export const mechanisms = {
  ahead: 'what a look for changes brings is kept before anybody asks for it',
  'term-counts': 'terms that have few posts share a request of their own, by how many each says it has',
  deferred: 'expensive properties of a list are asked for in parallel with the list',
  embedding: 'what one document leads to comes in the request for it',
} as const;

export type Mechanism = keyof typeof mechanisms;

/** The mechanisms that a setting such as `ahead,deferred` names. */
export function mechanismsIn(names: string): ReadonlySet<Mechanism> {
  return new Set(names.split(',').filter(isMechanism));
}

function isMechanism(name: string): name is Mechanism {
  return Object.hasOwn(mechanisms, name);
}

/**
 * What documents are of: a resource, or the site itself.
 */
import type { Resource } from '../../wordpress/resources.ts';

/** The REST index: the one document that is of no resource. */
export const siteIndex = Symbol('the REST index');

export type Origin = Resource | typeof siteIndex;

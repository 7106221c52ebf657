/**
 * Of which post type content is of which only the id is known: WordPress' search tells it of a hundred at once, where every
 * type would have to be asked else.
 * Knows that search tells of what is published, of types that anybody may see, and never of media; a site may have closed it.
 */
import { andThen, type MaybePromise } from '../../maybe-promise.ts';
import { Properties } from '../../wordpress/properties.ts';
import { searchRoute } from '../../wordpress/search.ts';
import { readMember, readText } from '../../wordpress/values.ts';
import type { Operation } from '../operation/operation.ts';
import type { Source } from '../source/source.ts';
import { References } from './references.ts';

const query = { type: 'post', subtype: 'any' };
const told = Properties.of('id', 'subtype');

export class ContentTypes {
  readonly #found: References;

  constructor(source: Source) {
    this.#found = new References(source, searchRoute, { query, hasItems: false });
  }

  /** `null` where search does not tell. */
  load(operation: Operation, id: number): MaybePromise<string | null> {
    const found = this.#found.load(operation, id, told, told);
    return andThen(found, (loaded) => readText(readMember(loaded?.document, 'subtype')));
  }
}

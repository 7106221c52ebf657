/**
 * The REST index: what the site says of itself.
 * Knows that it is kept as the one document of a collection of its own.
 */
import { PressgraphError } from '../../errors.ts';
import { learned } from '../../store/known-document.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import type { Properties } from '../../wordpress/properties.ts';
import { type ReadMap, readMap } from '../../wordpress/values.ts';
import type { Audience } from '../operation/audience.ts';
import type { Operation } from '../operation/operation.ts';
import { isFreshEnough } from '../source/fresh-enough.ts';
import type { Source } from '../source/source.ts';

const route = '/';
const id = 0;

export async function loadIndex(source: Source, operation: Operation, properties: Properties): Promise<ReadMap> {
  const known = await source.readThrough.answer(
    operation,
    route,
    source.cache?.document(route, id, properties),
    () => `${route} ${properties.print()}`,
    (asking) => ask(source, asking, properties),
  );
  operation.learn(route, id, known);
  return known.document as unknown as ReadMap;
}

async function ask(source: Source, audience: Audience, properties: Properties) {
  const recalled = await source.cache?.recallDocuments(route, [id]);
  const found = recalled?.find(id, properties);
  if (found && isFreshEnough(found, audience)) {
    source.readThrough.serve(audience, found);
    return found.value;
  }
  const { body, bytes } = await source.get(audience, route, { _fields: properties.print() });
  const index = readMap(body);
  if (!index) {
    const message = 'WordPress answered with an index that is not an object.';
    throw new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route });
  }
  const document = { ...index, id } as RestDocument;
  if (recalled) source.cache?.learn(route, [{ document, bytes }], properties, recalled.asOf);
  audience.uses(source.kindOf(route), Date.now());
  return learned(document, properties, Date.now(), bytes);
}

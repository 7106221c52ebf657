/**
 * The `orderBy` inputs: for lists of all documents, and for those of what belongs to one.
 */
import { Orders } from '../../graph/orders.ts';
import { memoized } from '../../memoized.ts';
import type { Resource } from '../../wordpress/resources.ts';
import type { Vocabulary } from './vocabulary.ts';

export function defineOrderBy(vocabulary: Vocabulary) {
  const { builder, registry } = vocabulary;
  const direction = builder.enumType('OrderDirection', {
    description: 'The direction of an order.',
    values: {
      ASC: { description: 'Smallest, oldest or first first.' },
      DESC: { description: 'Largest, newest or last first.' },
    },
  });

  /** The input type of some orders, and the enum of their names. */
  function define(name: string, documents: string, { choices }: Orders, many: string) {
    const described = (text: string) => ({ description: text.replace('%', many) });
    const field = builder.enumType(`${name}OrderField`, {
      description: `What ${documents} can be ordered by.`,
      values: Object.fromEntries(choices.map(({ name: value, description }) => [value, described(description)])),
    });
    return builder.inputType(`${name}OrderBy`, {
      description: `An order of ${documents}. WordPress orders by one field.`,
      fields: (t) => ({
        field: t.field({ type: field, required: true, description: 'What to order by.' }),
        direction: t.field({ type: direction, description: "The field's usual direction when left out." }),
      }),
    });
  }

  // Taxonomies differ in nothing that terms can be ordered by.
  const ofTerms = memoized((name: string) => {
    const [taxonomy] = registry.ofFamily('term');
    return define(name, 'terms', Orders.of(taxonomy ?? { orders: ['name'] }), 'terms');
  });
  const ofResource = memoized((resource: Resource) => {
    const { many } = vocabulary.namesOf(resource).words;
    return define(registry.nameOf(resource), many, Orders.of(resource), many);
  });

  return {
    /** Of content of all types. */
    contentOrderBy: define('Content', 'documents of several types', Orders.ofContent(), 'documents'),
    orderBy: (resource: Resource) => (resource.family === 'term' ? ofTerms('Term') : ofResource(resource)),
    relatedOrderBy: memoized((resource: Resource) => {
      const { many } = vocabulary.namesOf(resource).words;
      const name = `Related${registry.nameOf(resource)}`;
      return define(name, `the ${many} that belong to a document`, Orders.of(resource), many);
    }),
  };
}

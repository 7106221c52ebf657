/**
 * The `where` inputs: what the graph's filters take, as input types.
 */
import type { Filter } from '../../graph/filter-tables.ts';
import type { Offer } from '../../graph/lists.ts';
import { memoized } from '../../memoized.ts';
import type { Resource } from '../../wordpress/resources.ts';
import type { ValueSchema } from '../../wordpress/value-schema.ts';
import { enumNames } from './field-names.ts';
import { capitalized, withArticle } from './names.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What arguments of a kind take. */
const scalars = {
  integer: 'SafeInt',
  number: 'Float',
  boolean: 'Boolean',
  ids: 'SafeInt',
  list: 'JSON',
  object: 'JSON',
  json: 'JSON',
} as const;

export function defineWhere(vocabulary: Vocabulary) {
  const { builder, registry, typeNames } = vocabulary;
  const matchOperator = builder.enumType('MatchOperator', {
    description: 'How several conditions combine.',
    values: { AND: { description: 'All must hold.' }, OR: { description: 'One is enough.' } },
  });
  const searchColumn = builder.enumType('ContentSearchColumn', {
    description: 'Where `search` looks.',
    values: {
      TITLE: { value: 'post_title', description: 'In the title.' },
      CONTENT: { value: 'post_content', description: 'In the body.' },
      EXCERPT: { value: 'post_excerpt', description: 'In the hand-written excerpt.' },
    },
  });
  const mediaType = builder.enumType('MediaTypeFilter', {
    description: 'Kinds of media that can be filtered by.',
    values: {
      IMAGE: { description: 'Images.' },
      VIDEO: { description: 'Videos.' },
      TEXT: { description: 'Texts.' },
      APPLICATION: { description: 'Documents and archives.' },
      AUDIO: { description: 'Sound.' },
    },
  });
  const authorSelector = builder.inputType('AuthorSelector', {
    description: 'Chooses authors by id or slug. An author who does not exist matches nothing.',
    fields: (t) => ({
      ids: t.idList({ description: 'Global or WordPress ids.' }),
      slugs: t.stringList({ description: 'Slugs.' }),
    }),
  });
  const selector = (name: string, { one, many }: { one: string; many: string }, isTree: boolean) =>
    builder.inputType(name, {
      description: `Chooses ${many} by id or slug. ${capitalized(withArticle(one))} that does not exist matches nothing.`,
      fields: (t) => ({
        ids: t.idList({ description: 'Global or WordPress ids.' }),
        slugs: t.stringList({ description: 'Slugs, encoded or decoded.' }),
        operator: t.field({
          type: matchOperator,
          description: 'Whether any of them is enough (OR, the default) or all are needed.',
        }),
        ...(isTree && {
          includeChildren: t.boolean({
            description: `Whether a post in a descendant ${one} counts. It does not by default.`,
          }),
        }),
      }),
    });
  // Flat taxonomies differ in nothing that could be said here.
  const flatSelector = memoized((name: string) => selector(name, { one: 'term', many: 'terms' }, false));
  const treeSelector = memoized((taxonomy: Resource) =>
    selector(`${registry.nameOf(taxonomy)}Selector`, vocabulary.namesOf(taxonomy).words, true),
  );
  const selectorOf = (taxonomy: Resource) =>
    taxonomy.properties.has('parent') ? treeSelector(taxonomy) : flatSelector('TermSelector');

  type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

  /** Of what the site's schema describes. */
  function describedField(t: InputFields, resource: Resource, { argument, description }: Filter, schema: ValueSchema) {
    const [item, isList] =
      schema.kind === 'list' ? [schema.items, true] : [schema, schema.kind === 'ids' && !schema.isOne];
    const type = inputOf(resource, argument, item);
    const extensions = { pressgraph: { source: argument } };
    return t.field({ type: (isList ? [type] : type) as never, description, extensions });
  }

  function inputOf(resource: Resource, argument: string, schema: ValueSchema) {
    if (schema.kind === 'text') {
      const names = schema.values && enumNames(schema.values);
      return names ? valuesOf(resource, argument, names) : 'String';
    }
    return scalars[schema.kind];
  }

  const valuesOf = (resource: Resource, argument: string, names: readonly string[]) =>
    builder.enumType(typeNames.of(registry.nameOf(resource), argument, 'filter'), {
      description: `What the site's own argument \`${argument}\` of ${vocabulary.namesOf(resource).words.many} can be.`,
      values: Object.fromEntries(names.map((name) => [name, { value: name, description: `\`${name}\`.` }])),
    });

  function field(t: InputFields, resource: Resource, filter: Filter) {
    const { kind, description } = filter;
    switch (kind.input) {
      case 'text':
        return t.string({ description });
      case 'texts':
        return t.stringList({ description });
      case 'boolean':
        return t.boolean({ description });
      case 'whole number':
        return t.int({ description });
      case 'id':
        return t.id({ description });
      case 'ids':
        return t.idList({ description });
      case 'time':
        return t.field({ type: 'LocalDateTime', description });
      case 'search columns':
        return t.field({ type: [searchColumn], description });
      case 'media type':
        return t.field({ type: mediaType, description });
      case 'match operator':
        return t.field({ type: matchOperator, description });
      case 'users':
        return t.field({ type: authorSelector, description });
      case 'terms':
        return t.field({ type: selectorOf(kind.taxonomy), description });
      case 'described':
        return describedField(t, resource, filter, kind.schema);
    }
  }

  const define = ({ resource, filters }: Offer) =>
    builder.inputType(`${registry.nameOf(resource)}Where`, {
      description: `Filters of ${vocabulary.namesOf(resource).words.many}; all that are given must hold.`,
      fields: (t) => Object.fromEntries(filters.map((filter) => [filter.name, field(t, resource, filter)])),
    });
  const made = new Map<Resource, ReturnType<typeof define>>();
  return {
    where: (offer: Offer) => {
      const known = made.get(offer.resource) ?? define(offer);
      made.set(offer.resource, known);
      return known;
    },
    /** Of content of several types. @param any of these, in whose place none of the filters stands */
    contentWhere: (filters: readonly Filter[], any: Resource) =>
      builder.inputType('ContentWhere', {
        description:
          'Filters that content of all types takes; all that are given must hold. A type without authors has nothing that is by one of `authors`, and nothing that `excludeAuthors` leaves out. Any other filter that a type of the list does not take is refused.',
        fields: (t) => Object.fromEntries(filters.map((filter) => [filter.name, field(t, any, filter)])),
      }),
  };
}

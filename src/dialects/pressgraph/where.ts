/**
 * The `where` inputs: what the graph's filters take, as input types.
 */
import type { Filter } from '../../graph/filter-tables.ts';
import type { Offer } from '../../graph/lists.ts';
import { memoized } from '../../memoized.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { capitalized, type Vocabulary, withArticle } from './names.ts';

export function defineWhere(vocabulary: Vocabulary) {
  const { builder, registry } = vocabulary;
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

  function field(t: InputFields, { kind, description }: Filter) {
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
    }
  }

  const define = ({ resource, filters }: Offer) =>
    builder.inputType(`${registry.nameOf(resource)}Where`, {
      description: `Filters of ${vocabulary.namesOf(resource).words.many}; all that are given must hold.`,
      fields: (t) => Object.fromEntries(filters.map((filter) => [filter.name, field(t, filter)])),
    });
  const made = new Map<Resource, ReturnType<typeof define>>();
  return (offer: Offer) => {
    const known = made.get(offer.resource) ?? define(offer);
    made.set(offer.resource, known);
    return known;
  };
}

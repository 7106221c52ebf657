/**
 * `SearchPage`: where a site shows what it finds.
 */
import { SearchPage } from '../../graph/search-page.ts';
import type { Draft } from './draft.ts';

export function defineSearch(draft: Draft): void {
  const { builder, identities } = draft;
  builder.objectRef<SearchPage>('SearchPage').implement({
    description: 'The page of the site that shows what it finds for some words: `/?s=words`.',
    interfaces: [draft.anyNode],
    fields: (t) => ({
      id: t.id({
        nullable: false,
        description: 'Global id, unique over all types.',
        resolve: ({ key }) => identities.ids.encode('SearchPage', key),
      }),
      query: t.exposeString('query', { nullable: false, description: 'The words that are searched for.' }),
      uri: t.exposeString('uri', { nullable: true, description: 'Path on the site: `/?s=words`.' }),
    }),
  });
  draft.addKind<SearchPage>({
    typeName: 'SearchPage',
    isOne: (node) => node instanceof SearchPage,
    find: (key) => new SearchPage(key),
  });
}

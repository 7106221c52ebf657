/**
 * `search`, and `SearchPage`, the page on which a site shows the same.
 */

import { pageSize } from '../../graph/paging.ts';
import { excerptOf, mostWords, type SearchResult, type SearchResults, search } from '../../graph/search.ts';
import { SearchPage } from '../../graph/search-page.ts';
import { decodedAddress } from '../../wordpress/decoded-address.ts';
import { uriOf } from '../../wordpress/site-address.ts';
import { readAddress, readText } from '../../wordpress/values.ts';
import type { FieldsOf } from './builder.ts';
import { cursorArguments } from './connection.ts';
import type { Draft } from './draft.ts';

export function defineSearch(draft: Draft): void {
  const { builder, identities, registry } = draft;
  const results = defineResults(draft);
  const cost = 'What a result leads to is asked for when it is read. An error where the site has closed its search.';

  builder.queryField('search', (t) =>
    t.field({
      type: results,
      description: `What the site's own search finds: content first, in the order of relevance that WordPress has, then terms, then post formats. Costs one request for each of these three that the page reaches. ${cost}`,
      args: {
        query: t.arg.string({
          required: true,
          description: 'Words that must all occur. A leading hyphen excludes a word. Nothing is found for none.',
        }),
        types: t.arg.stringList({
          description:
            "WordPress' names of types and taxonomies, `post_format` for formats. Content of all types but media when left out.",
        }),
        ...forwardArguments(t),
      },
      extensions: { pressgraph: { dresses: true, size: pageSize } },
      resolve: (_root, args, context, info) => search(args, registry, context, info),
    }),
  );

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
      results: t.field({
        type: results,
        description: `The content that it shows, in the order of relevance that WordPress has. Costs one request. ${cost}`,
        args: forwardArguments(t),
        extensions: { pressgraph: { dresses: true, size: pageSize } },
        resolve: ({ query }, args, context, info) => search({ ...args, query }, registry, context, info),
      }),
    }),
  });
  draft.addKind<SearchPage>({
    typeName: 'SearchPage',
    isOne: (node) => node instanceof SearchPage,
    find: (key) => new SearchPage(key),
  });
}

function forwardArguments(t: Pick<FieldsOf<unknown>, 'arg'>) {
  const { first, after } = cursorArguments(t);
  return { first, after };
}

function defineResults(draft: Draft) {
  const { builder } = draft;
  const result = defineResult(draft);
  const edge = builder
    .objectRef<{ readonly cursor: string; readonly node: SearchResult }>('SearchResultEdge')
    .implement({
      description: 'A result in a connection, with its cursor.',
      fields: (t) => ({
        cursor: t.exposeString('cursor', {
          nullable: false,
          description:
            'Opaque; for `after`. An index among what is found of its kind: what is published meanwhile shifts it.',
          extensions: { pressgraph: { needs: 'cursors' } },
        }),
        node: t.field({
          type: result,
          nullable: false,
          description: 'The result itself.',
          extensions: { pressgraph: { needs: 'documents' } },
          resolve: ({ node }) => node,
        }),
      }),
    });
  return builder.objectRef<SearchResults>('SearchResultConnection').implement({
    description: 'A page of what a search has found.',
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        nullable: { list: false, items: false },
        description: 'The results of this page with their cursors.',
        extensions: { pressgraph: { needs: 'documents', dresses: true, size: 1 } },
        resolve: (found) => found.edges(),
      }),
      nodes: t.field({
        type: [result],
        nullable: { list: false, items: false },
        description: 'The results of this page, for those who need no cursor of each.',
        extensions: { pressgraph: { needs: 'documents', size: 1 } },
        resolve: (found) => found.nodes(),
      }),
      pageInfo: t.field({
        type: draft.pageInfo,
        nullable: false,
        description: 'Where this page lies in the connection.',
        extensions: { pressgraph: { needs: 'documents', dresses: true } },
        resolve: ({ page }) => page,
      }),
      totalCount: t.int({
        description:
          'How many there are in all pages, as WordPress counts them. Costs a request for each kind of results that the page has none of. `null` where the site hides it.',
        extensions: { pressgraph: { needs: 'total' } },
        resolve: ({ page }) => page.total ?? null,
      }),
    }),
  });
}

function defineResult(draft: Draft) {
  return draft.builder.objectRef<SearchResult>('SearchResult').implement({
    description: 'What a search has found, as the search itself says it.',
    fields: (t) => ({
      node: t.field({
        type: draft.anyNode,
        description:
          'The content or term that was found. Costs one request for all results of a type, where more is read than is known. `null` where it may not be seen.',
        extensions: { pressgraph: { looksUpById: true } },
        resolve: (found, _args, context, info) => {
          const { format } = found;
          if (format === null) return found.node(context, info);
          return draft.kinds.find(({ typeName }) => typeName === 'PostFormat')?.find(format, context, info) ?? null;
        },
      }),
      title: t.string({
        description: 'Its title or name, as plain text.',
        resolve: ({ row, type, id }, _args, { texts }) => {
          const title = readText(row.title);
          return title === null ? null : texts.plainText(`found ${type} ${id} title`, title);
        },
      }),
      uri: t.string({
        description: 'Path on the site, relative to its front page: `/2024/05/16/hello/`.',
        args: {
          form: t.arg({
            type: draft.inputs.addressForm,
            required: true,
            defaultValue: 'ENCODED',
            description: 'How to write what is not ASCII. Routers want `DECODED`.',
          }),
        },
        resolve: ({ row }, { form }, { loaders }) => {
          const path = uriOf(row.url, loaders.site.home);
          return path !== null && form === 'DECODED' ? decodedAddress(path) : path;
        },
      }),
      link: t.string({
        description: "Address on the site's own front end, absolute.",
        resolve: ({ row }) => readAddress(row.url),
      }),
      type: t.string({
        description: "WordPress' name of its type or taxonomy: `post`, `category`; `post_format` for a format.",
        resolve: ({ type }) => type,
      }),
      excerpt: t.string({
        description:
          'Plain text around the first of the words: of the body of content, of the description of a term. From the beginning where none of them occurs there as it is. `null` where a password is needed. WordPress renders the bodies for it, one request for all results of a type: ask for it only where it is shown.',
        args: {
          words: t.arg.int({
            required: true,
            defaultValue: 30,
            description: `How many words at most, 1 to ${mostWords}.`,
          }),
        },
        resolve: (found, { words }, context) => excerptOf(found, words, context),
      }),
    }),
  });
}

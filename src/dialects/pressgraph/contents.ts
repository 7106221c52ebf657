/**
 * `contents`: content of several types in one list.
 */
import { pageSize } from '../../graph/paging.ts';
import { TypedContents } from '../../graph/typed-contents.ts';
import { mixedArguments } from './connection.ts';
import type { Draft } from './draft.ts';

export function defineContents(draft: Draft): void {
  const { builder, inputs, identities } = draft;
  const contents = new TypedContents(identities);
  builder.queryField('contents', (t) =>
    t.field({
      type: draft.contents,
      description:
        'Content of several types in one list by date. Costs what a list of each of these types costs. A type that cannot be had is left out, and an error says so.',
      args: {
        ...mixedArguments(t, draft),
        types: t.arg.stringList({
          description: "WordPress' names of types: `post`, `page`, `attachment`. All types but media when left out.",
        }),
        where: t.arg({
          type: inputs.contentWhere(contents.filters, draft.core('post')),
          description: 'Filters; all that are given must hold.',
        }),
      },
      extensions: { pressgraph: { dresses: true, size: pageSize } },
      resolve: (_root, args, context, info) => contents.list(args, context, info),
    }),
  );
}

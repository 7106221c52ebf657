/**
 * `DateArchive`, and the months of a type: what was published in a year, a month or a day.
 */
import { badInput } from '../../errors.ts';
import { countOf, DateArchive, monthsOf, uriOf } from '../../graph/date-archive.ts';
import { archivedContents, archivedPosts } from '../../graph/fields/archived.ts';
import { planned } from './builder.ts';
import { listArguments, mixedArguments } from './connection.ts';
import type { Draft } from './draft.ts';

/** Months that a site usually has. */
const usualMonths = 60;

export function defineDateArchives(draft: Draft): void {
  const { builder, registry, identities } = draft;
  const posts = draft.offer(draft.core('post'));
  const archive = builder.objectRef<DateArchive>('DateArchive').implement({
    description: 'What of one type was published in a year, a month or a day, by the clock of the site.',
    interfaces: [draft.anyNode],
    fields: (t) => ({
      id: t.id({
        nullable: false,
        description: 'Global id, unique over all types.',
        resolve: ({ key }) => identities.ids.encode('DateArchive', key),
      }),
      year: t.int({ nullable: false, description: 'Its year.', resolve: ({ date }) => date.year }),
      month: t.int({
        description: 'Its month, 1 for January; `null` for the archive of a whole year.',
        resolve: ({ date }) => date.month ?? null,
      }),
      day: t.int({
        description: 'Its day of the month; `null` for the archive of a month or a year.',
        resolve: ({ date }) => date.day ?? null,
      }),
      uri: t.string({
        description:
          "Path on the site: `/2024/05/`. Read off the address of the site's newest post, which costs one request for all archives where it is not known; `null` where that does not show it.",
        resolve: (node, _args, context) => uriOf(node, registry, context),
      }),
      count: t.int({
        description:
          'How many documents there are. Known where it comes from `archives`; else it costs a request. `null` where the site hides it.',
        resolve: (node, _args, context) => countOf(node, context),
      }),
      contentType: t.field({
        type: draft.contentType,
        description: 'The type of what is in it.',
        resolve: ({ resource }, _args, { loaders }) =>
          loaders.site.contentTypes.find(({ name }) => name === resource.type) ?? null,
      }),
      posts: t.field({
        type: draft.connection(posts.resource),
        description: 'The posts in it; `null` in an archive of another type, which has `contents`.',
        args: listArguments(t, draft, posts),
        ...planned(archivedPosts(posts)),
      }),
      contents: t.field({
        type: draft.contents,
        description: 'What is in it, whatever its type.',
        args: mixedArguments(t, draft),
        ...planned(archivedContents),
      }),
    }),
  });
  draft.addKind<DateArchive>({
    typeName: 'DateArchive',
    isOne: (node) => node instanceof DateArchive,
    find: (key) => DateArchive.find(key, registry),
  });

  builder.queryField('archives', (t) =>
    t.field({
      type: [archive],
      nullable: { list: true, items: false },
      description:
        'The months in which something of a type was published, newest first, with counts. Costs one request for each hundred documents, or one for each month, whichever are fewer; none while these are known.',
      args: {
        type: t.arg.string({
          required: true,
          defaultValue: 'post',
          description: "WordPress' name of the type: `post`, `page`, or one of the site's own.",
        }),
      },
      extensions: { pressgraph: { size: usualMonths } },
      resolve: (_root, { type }, context) => {
        const types = registry.ofFamily('content');
        const resource = types.find((each) => each.type === type);
        if (!resource) {
          const known = types.map((each) => `"${each.type}"`).join(', ');
          throw badInput('type', `there is no type "${type}"; there are ${known}.`);
        }
        return monthsOf(resource, context);
      },
    }),
  );
}

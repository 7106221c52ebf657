/**
 * `Menu` and `MenuItem`: the menus of a site, whatever kind of theme it has.
 */
import type { ConfiguredMenus } from '../../graph/menus/configured-menus.ts';
import { Menu, MenuItem } from '../../graph/menus/menu.ts';
import { findMenu, findMenuItem, loadMenus, type MenuChoice, nodeOfItem, uriOfItem } from '../../graph/menus/menus.ts';
import { ReadMenus } from '../../graph/menus/read-menus.ts';
import type { Draft } from './draft.ts';

/** Members of lists, as menus usually have them: trees of one item below another are counted by these. */
const [usualMenus, usualItems, usualBelow] = [5, 10, 4];

export function defineMenus(draft: Draft, configured: ConfiguredMenus): void {
  const menus = new ReadMenus(configured);
  const { builder, identities } = draft;
  const source = builder.enumType('MenuSource', {
    description: 'Where a menu comes from.',
    values: {
      CLASSIC: { description: 'A menu of a classic theme, which editors make under Appearance, Menus.' },
      NAVIGATION: { description: 'A navigation of a block theme, as WordPress renders it for visitors.' },
      CONFIGURED: { description: 'The configuration of this gateway.' },
    },
  });
  const item = defineItem(draft);
  const menu = builder.objectRef<Menu>('Menu').implement({
    description:
      'A menu. Those of classic themes WordPress shows to its editors only: they are there where the gateway has a service account that opens `menus`, where the site shows them to all, and for viewers who may see them.',
    interfaces: [draft.anyNode],
    fields: (t) => ({
      id: t.id({
        nullable: false,
        description: 'Global id, unique over all types.',
        resolve: ({ key }) => identities.ids.encode('Menu', key),
      }),
      databaseId: t.field({
        type: draft.databaseId,
        description: "WordPress' own id, of a classic menu or of a navigation; `null` for a configured one.",
        resolve: ({ said }) => said.databaseId ?? null,
      }),
      name: t.string({ description: 'What editors call it, as plain text.', resolve: ({ said }) => said.name }),
      slug: t.string({ description: 'Its name in lower case, decoded.', resolve: ({ said }) => said.slug }),
      description: t.string({ description: 'What editors say of it.', resolve: ({ said }) => said.description }),
      locations: t.stringList({
        nullable: { list: false, items: false },
        description: 'Places of the theme that show it: `primary`. Navigations have none: they are in templates.',
        resolve: ({ said }) => said.locations as string[],
      }),
      source: t.field({
        type: source,
        nullable: false,
        description: 'Where it comes from.',
        resolve: ({ said }) => said.source,
      }),
      items: t.field({
        type: [item],
        nullable: { list: false, items: false },
        description: 'Its items, in their order: those at the top, which have the others below them.',
        args: {
          flat: t.arg.boolean({
            required: true,
            defaultValue: false,
            description: 'All items in one list, each before those below it.',
          }),
        },
        extensions: {
          pressgraph: { dresses: true, size: ({ flat }: { flat: unknown }) => (flat === true ? 3 : 1) * usualItems },
        },
        resolve: (node, { flat }) => (flat ? node.allItems : node.items) as MenuItem[],
      }),
    }),
  });
  draft.addKind<Menu>({
    typeName: 'Menu',
    isOne: (node) => node instanceof Menu,
    find: (key, context) => findMenu({ key }, context, menus),
  });
  draft.addKind<MenuItem>({
    typeName: 'MenuItem',
    isOne: (node) => node instanceof MenuItem,
    find: (key, context) => findMenuItem(key, context, menus),
  });

  const by = builder.inputType('MenuBy', {
    description: 'What to look up a menu by: exactly one of these.',
    isOneOf: true,
    fields: (t) => ({
      id: t.id({ description: 'Global id.' }),
      databaseId: t.field({ type: draft.databaseId, description: "WordPress' own id." }),
      slug: t.string({ description: 'Its slug, decoded; of a configured menu its place.' }),
      location: t.string({ description: 'The place of the theme that it is for: `primary`.' }),
    }),
  });
  const cost = 'Costs at most three requests for all menus of an operation, and none while they are known.';
  builder.queryFields((t) => ({
    menus: t.field({
      type: [menu],
      nullable: { list: true, items: false },
      description: `All menus: of classic themes, of block themes, and of the configuration for places that no other is for. ${cost} \`null\` where there are no others and nobody opens those of classic themes.`,
      extensions: { pressgraph: { size: usualMenus } },
      resolve: (_root, _args, context) => loadMenus(context, menus),
    }),
    menu: t.field({
      type: menu,
      nullable: true,
      description: `One menu; where several are meant, the classic one. ${cost} That of a place costs two. \`null\` when there is none, or nobody opens it.`,
      args: { by: t.arg({ type: by, required: true, description: 'What to look it up by.' }) },
      resolve: (_root, args, context) => {
        const { id, ...others } = args.by as Omit<MenuChoice, 'key'> & { readonly id?: string | null };
        if (typeof id !== 'string') return findMenu(others, context, menus);
        const decoded = identities.ids.decode(id);
        return decoded?.typeName === 'Menu' ? findMenu({ key: decoded.key }, context, menus) : null;
      },
    }),
  }));
}

function defineItem({ builder, anyNode, identities, databaseId }: Draft) {
  const item = builder.objectRef<MenuItem>('MenuItem');
  return item.implement({
    description: 'An item of a menu: a link, and the items below it.',
    interfaces: [anyNode],
    fields: (t) => ({
      id: t.id({
        nullable: false,
        description:
          'Global id, unique over all types; of items of a navigation or a configured menu it goes by their place.',
        resolve: ({ key }) => identities.ids.encode('MenuItem', key),
      }),
      databaseId: t.field({
        type: databaseId,
        description: "WordPress' own id of an item of a classic menu.",
        resolve: ({ said }) => said.databaseId ?? null,
      }),
      label: t.string({ description: 'What visitors read, as plain text.', resolve: ({ said }) => said.label }),
      url: t.string({
        description: 'Where it leads, as editors gave it: an absolute address, a path, or a place on the page, `#top`.',
        resolve: ({ said }) => said.url,
      }),
      uri: t.string({
        description:
          "Path on the site, where the address is the site's own: `/about/`. `null` for other hosts, and for a place on the page.",
        resolve: ({ said }, _args, { loaders }) => uriOfItem(said, loaders.site),
      }),
      target: t.string({
        description: 'The `target` of the link: `_blank` for a new tab.',
        resolve: ({ said }) => said.target,
      }),
      title: t.string({ description: 'The `title` of the link.', resolve: ({ said }) => said.title }),
      description: t.string({
        description: 'What editors say of it, as plain text.',
        resolve: ({ said }) => said.description,
      }),
      cssClasses: t.stringList({
        nullable: { list: false, items: false },
        description: 'Classes that editors gave it.',
        resolve: ({ said }) => said.cssClasses as string[],
      }),
      rel: t.string({ description: 'The `rel` of the link: `nofollow noopener`.', resolve: ({ said }) => said.rel }),
      type: t.string({
        description:
          'What WordPress says that it leads to: `post_type`, `taxonomy`, `post_type_archive`, `custom`. `null` in navigations, which do not say.',
        resolve: ({ said }) => said.type,
      }),
      parent: t.field({
        type: item,
        nullable: true,
        description: 'The item that it is below; `null` at the top.',
        extensions: { pressgraph: { dresses: true } },
        resolve: ({ parent }) => parent,
      }),
      children: t.field({
        type: [item],
        nullable: { list: false, items: false },
        description: 'The items right below it, in their order.',
        extensions: { pressgraph: { dresses: true, size: usualBelow } },
        resolve: ({ children }) => children as MenuItem[],
      }),
      node: t.field({
        type: anyNode,
        nullable: true,
        description:
          'What it leads to: the document or term that it was made for, the `ContentType` of an archive, else what stands at its address on the site. Batched over all items. `null` for other hosts, and for what the viewer may not see.',
        extensions: { pressgraph: { looksUpById: true } },
        resolve: (node, _args, context, info) => nodeOfItem(node, context, info),
      }),
    }),
  });
}

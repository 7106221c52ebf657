/** Which of four views shows what stands at an address, and what it says above the text and in the head. */
import type { HeadFragment } from '../graph/generated/graphql.ts';
import { archiveText } from './dates.ts';
import type { ContentNode, FoundNode, SearchNode } from './found.ts';

interface Shown {
  readonly heading: string;
  readonly seo?: HeadFragment | null;
  /** `null` for what search engines should not keep. */
  readonly uri: string | null;
}

export interface ListView extends Omit<Shown, 'uri'> {
  readonly kind: 'list';
  readonly isHome: boolean;
  readonly about: string | null;
  readonly avatar: string | null;
  readonly children: readonly {
    readonly name: string | null;
    readonly uri: string | null;
    readonly count: number | null;
  }[];
}

export type View =
  | (Shown & { readonly kind: 'content'; readonly node: ContentNode })
  | (Shown & { readonly kind: 'results'; readonly node: SearchNode })
  | (Shown & { readonly kind: 'missing' })
  | ListView;

const plain = { kind: 'list', isHome: false, about: null, avatar: null, children: [] } as const;

export function viewOf(node: FoundNode | null, siteName: string, language: string): View {
  if (!node) return { kind: 'missing', heading: 'There is nothing here', uri: null };
  if ('isPostsPage' in node && node.isPostsPage) {
    return { ...plain, heading: node.title ?? '', seo: node.seo };
  }
  if ('content' in node) {
    return { kind: 'content', node, heading: node.title || 'Untitled', seo: node.seo, uri: node.uri };
  }
  // Types and taxonomies of the site's own are known by what they have, not by their names.
  if ('sorted' in node) {
    const children = 'children' in node ? (node.children?.nodes ?? []) : [];
    return { ...plain, heading: node.name ?? '', seo: node.seo, about: node.description, children };
  }
  switch (node.__typename) {
    case 'Author':
      return { ...plain, heading: node.name ?? '', seo: node.seo, about: node.about, avatar: node.avatar };
    case 'PostFormat':
      return { ...plain, heading: node.name ?? '' };
    case 'DateArchive':
      return { ...plain, heading: archiveText(node, language) };
    case 'ContentType':
      return node.typeName === 'post'
        ? { ...plain, isHome: node.isFrontPage, heading: siteName }
        : { ...plain, heading: node.label };
    case 'SearchPage':
      return { kind: 'results', node, heading: `Search: ${node.query}`, uri: null };
    default:
      return { kind: 'missing', heading: 'There is nothing here', uri: null };
  }
}

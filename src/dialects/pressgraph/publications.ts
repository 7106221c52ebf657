/**
 * Sitemaps and feeds as questions in this vocabulary, and how their answers are read.
 */
import type { Address, Feed, FeedEntry, FeedImage, Placed, Publications } from '../../graph/publications.ts';
import { addressed, cursorAhead } from '../../graph/site-paths.ts';
import { frontPageType, postsType } from '../../wordpress/address-parameters.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { type ReadMap, readInt, readMap, readMember, readText } from '../../wordpress/values.ts';
import type { Draft } from './draft.ts';

const sectionsQuery = '{ paths(first: 1) { countsByType { totalCount } } }';

const addressesQuery = `query ($types: [String!]!, $first: Int!, $after: String) {
  paths(types: $types, first: $first, after: $after) { nodes { uri link modifiedGmt image { sourceUrl } } }
}`;

export function publicationsOf(draft: Draft): Publications {
  const resources = addressed(draft.registry);
  const nameOf = (resource: Resource) => draft.namesOf(resource).many;
  const contents = draft.registry.ofFamily('content');
  return {
    types: contents.map(({ type }) => type),
    sections: {
      query: sectionsQuery,
      variables: {},
      read(data) {
        const counts = listIn(data.paths, 'countsByType');
        return counts?.map((count, index) => {
          const resource = resources[index];
          const total = readInt(readMember(count, 'totalCount')) ?? undefined;
          // The front page is there, whatever else is.
          const least = resource?.type === frontPageType ? 1 : 0;
          return {
            name: resource ? nameOf(resource) : '',
            total: total === undefined ? total : Math.max(least, total),
          };
        });
      },
    },
    addresses(section, start, first) {
      const resource = resources.find((each) => nameOf(each) === section);
      if (!resource) return undefined;
      return {
        query: addressesQuery,
        variables: { types: [resource.type], first, after: cursorAhead(resource, start) },
        read(data) {
          const nodes = listIn(data.paths, 'nodes');
          const found = nodes?.flatMap((node) => addressIn(readMap(node)) ?? []);
          return found && (resource.type === frontPageType && start === 0 ? withFrontPage(found) : found);
        },
      };
    },
    feed(type = postsType, first) {
      const resource = contents.find((each) => each.type === type);
      return (
        resource && {
          query: feedQuery(draft, resource),
          variables: { first },
          read: (data) => feedIn(data, taxonomiesOf(draft, resource)),
        }
      );
    },
  };
}

function addressIn(node: ReadMap | null): Address | null {
  const placed = placedIn(node);
  if (!placed) return null;
  const modified = textIn(node, 'modifiedGmt');
  return { ...placed, modified, image: textIn(readMap(node?.image), 'sourceUrl') };
}

/** Where the latest posts stand at the front page, no document does. */
function withFrontPage(addresses: readonly Address[]): readonly Address[] {
  if (addresses.some(({ uri }) => uri === '/')) return addresses;
  return [{ uri: '/', link: undefined, modified: undefined, image: undefined }, ...addresses];
}

function taxonomiesOf(draft: Draft, { taxonomies }: Resource): readonly string[] {
  const sorting = draft.registry.ofFamily('term').filter(({ type }) => taxonomies.includes(type));
  return sorting.map((taxonomy) => draft.namesOf(taxonomy).many);
}

function feedQuery(draft: Draft, resource: Resource): string {
  const topics = taxonomiesOf(draft, resource).map((many) => `${many} { name }`);
  return `query ($first: Int!) {
  site { name description }
  entries: ${draft.namesOf(resource).many}(first: $first) {
    nodes {
      guid uri link dateGmt modifiedGmt title(format: TEXT) excerpt(format: TEXT)
      author { name } ${topics.join(' ')} featuredMedia { sourceUrl mimeType fileSize }
    }
  }
}`;
}

function feedIn(data: ReadMap, topics: readonly string[]): Feed | undefined {
  const nodes = listIn(data.entries, 'nodes');
  if (!nodes) return undefined;
  const site = readMap(data.site);
  return {
    title: textIn(site, 'name') ?? '',
    description: textIn(site, 'description') ?? '',
    entries: nodes.flatMap((node) => entryIn(readMap(node), topics) ?? []),
  };
}

function entryIn(node: ReadMap | null, topics: readonly string[]): FeedEntry | null {
  const placed = placedIn(node);
  if (!node || !placed) return null;
  return {
    ...placed,
    id: textIn(node, 'guid') ?? placed.link ?? placed.uri,
    title: textIn(node, 'title') ?? '',
    summary: textIn(node, 'excerpt') ?? '',
    published: textIn(node, 'dateGmt'),
    modified: textIn(node, 'modifiedGmt'),
    author: textIn(readMap(node.author), 'name'),
    topics: topics.flatMap((list) => (listIn(node, list) ?? []).flatMap((term) => textIn(readMap(term), 'name') ?? [])),
    image: imageIn(readMap(node.featuredMedia)),
  };
}

function imageIn(media: ReadMap | null): FeedImage | undefined {
  const url = textIn(media, 'sourceUrl');
  if (url === undefined) return undefined;
  const bytes = readInt(readMember(media, 'fileSize'));
  return { url, type: textIn(media, 'mimeType'), ...(bytes !== null && bytes > 0 && { bytes }) };
}

function placedIn(node: ReadMap | null): Placed | null {
  const uri = textIn(node, 'uri');
  return uri === undefined ? null : { uri, link: textIn(node, 'link') };
}

/** A list of an answer; one that is `null` has failed. */
function listIn(holder: unknown, name: string): readonly unknown[] | undefined {
  const list = readMember(holder, name);
  return Array.isArray(list) ? list : undefined;
}

/** A text that says something. */
function textIn(map: ReadMap | null, name: string): string | undefined {
  return readText(map?.[name]) || undefined;
}

/**
 * A small graph of schema.org for a document of which no plugin makes one: the page, what is on it, and the site that it is of.
 * Knows no more than the document says; who wants authors, images or breadcrumbs in it has them beside it.
 */
import { andThen, type MaybePromise } from '../../../maybe-promise.ts';
import type { Resource } from '../../../wordpress/resources.ts';
import type { GraphContext } from '../../context.ts';
import { isFront, nameOf, type OwnHead, ownAddress, ownTime, partsOfOwnHead, siteNameOf } from './own-head.ts';

export function schemaBy(_of: Resource): readonly string[] {
  return [...partsOfOwnHead.name, ...partsOfOwnHead.address, ...partsOfOwnHead.times];
}

/** `null` for what has no address that everybody may open. */
export function ownSchema(head: OwnHead, context: GraphContext): MaybePromise<object | null> {
  const url = ownAddress(head);
  if (url === null) return null;
  const { home } = context.loaders.site;
  const front = `${home.replace(/\/$/, '')}/`;
  const website = { '@type': 'WebSite', '@id': `${front}#website`, url: front, name: siteNameOf(context) };
  return andThen(nameOf(head, context), (name) => ({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': pageType(head, context),
        '@id': url,
        url,
        name,
        ...dated('datePublished', ownTime(head, 'date_gmt')),
        ...dated('dateModified', ownTime(head, 'modified_gmt')),
        isPartOf: { '@id': website['@id'] },
      },
      website,
    ],
  }));
}

function pageType(head: OwnHead, context: GraphContext): string {
  const { family, hierarchical } = head.resource;
  if (family === 'user') return 'ProfilePage';
  if (family === 'term') return 'CollectionPage';
  return family === 'content' && !hierarchical && !isFront(head, context) ? 'Article' : 'WebPage';
}

function dated(name: string, time: string | null): object {
  return time === null ? {} : { [name]: time };
}

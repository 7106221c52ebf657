/**
 * This vocabulary: puts the graph of a site together from the nouns in this folder.
 */
import type { GraphQLSchema } from 'graphql';
import type { DescribedSite, Dialect } from '../../graph/dialect.ts';
import { coreSite } from '../../wordpress/resources.ts';
import { defineAuthor } from './author.ts';
import { defineBlocks } from './block.ts';
import { defineComment } from './comment.ts';
import { defineConnections } from './connection.ts';
import { defineContent } from './content.ts';
import { defineContentTypes } from './content-types.ts';
import { defineContents } from './contents.ts';
import { defineDateArchives } from './date-archive.ts';
import { Draft, type Naming } from './draft.ts';
import { exampleQuery } from './example-query.ts';
import { defineMedia } from './media.ts';
import { defineMenus } from './menu.ts';
import { defineNode } from './node.ts';
import { definePosts } from './post.ts';
import { definePostFormats } from './post-format.ts';
import { publicationsOf } from './publications.ts';
import { defineResolution } from './resolution.ts';
import { defineRoots } from './roots.ts';
import { defineSearch } from './search.ts';
import { defineSeo } from './seo.ts';
import { defineRelated } from './sequence.ts';
import { defineSite } from './site.ts';
import { defineSitePaths } from './site-path.ts';
import { defineTerms } from './term.ts';

/** @param naming what the configuration says of a site's own types, and of where its images are made */
export function createDialect(naming: Naming = {}): Dialect {
  return {
    build(site) {
      const draft = new Draft(site, naming);
      draft.builder.queryType({
        description: 'Everything that can be asked of the site. Start at a connection, or look one document up.',
      });
      defineNode(draft);
      defineConnections(draft);
      defineContent(draft);
      defineBlocks(draft);
      definePosts(draft);
      defineRelated(draft);
      defineMedia(draft);
      defineAuthor(draft);
      defineTerms(draft);
      defineComment(draft);
      defineContentTypes(draft);
      defineContents(draft);
      defineDateArchives(draft);
      defineSearch(draft);
      defineSeo(draft);
      definePostFormats(draft);
      defineSite(draft);
      defineMenus(draft, naming.menus ?? {});
      defineSitePaths(draft);
      defineRoots(draft);
      defineResolution(draft);
      return {
        schema: draft.builder.toSchema({ sortSchema: true }),
        exampleQuery: exampleQuery(draft),
        publications: publicationsOf(draft),
        ...draft.identities,
      };
    },
  };
}

export const pressgraph = createDialect();

/** The schema of a site's graph; without one, that of what every site has. */
export function buildSchema(site: DescribedSite = coreSite): GraphQLSchema {
  return pressgraph.build(site).schema;
}

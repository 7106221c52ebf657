/**
 * Puts the graph together from the nouns beside this file.
 */
import type { GraphQLSchema } from 'graphql';
import { defineAuthor } from './author.ts';
import { createBuilder } from './builder.ts';
import { defineComment } from './comment.ts';
import { defineConnection, definePageInfo } from './connection.ts';
import { defineContent } from './content.ts';
import { defineTypeInfos } from './content-types.ts';
import { defineInputs } from './inputs.ts';
import { defineMedia } from './media.ts';
import { defineNodes } from './nodes.ts';
import { definePosts } from './post.ts';
import { documentTypes } from './resource-types.ts';
import { defineRoots } from './roots.ts';
import { defineSite } from './site.ts';
import { defineTerms } from './term.ts';

/** The graph of core's content. Asks nothing: what differs between sites is data in the context. */
export function buildSchema(): GraphQLSchema {
  const builder = createBuilder();
  builder.queryType({
    description: 'Everything that can be asked of the site. Start at a connection, or look one document up.',
  });
  const inputs = defineInputs(builder);
  definePageInfo(builder);
  defineNodes(builder);
  for (const typeName of documentTypes) defineConnection(builder, typeName);
  defineContent(builder, inputs);
  definePosts(builder, inputs);
  defineMedia(builder, inputs);
  defineAuthor(builder, inputs);
  defineTerms(builder, inputs);
  defineComment(builder, inputs);
  defineTypeInfos(builder);
  defineSite(builder);
  defineRoots(builder, inputs);
  return builder.toSchema({ sortSchema: true });
}

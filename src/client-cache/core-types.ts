/**
 * Which types the schema has, and by what their objects are known: written by `npm run schema:print`.
 */
import type { IdentifiedTypes } from './cache-rules.ts';

export const coreTypes: IdentifiedTypes = {
  possibleTypes: {
    Content: ['Media', 'Page', 'Post'],
    Node: ['Author', 'Category', 'Comment', 'ContentType', 'Media', 'Page', 'Post', 'Site', 'Tag', 'Taxonomy'],
    Term: ['Category', 'Tag'],
  },
  keys: {
    Author: 'id',
    AuthorConnection: null,
    AuthorEdge: null,
    Category: 'id',
    CategoryConnection: null,
    CategoryEdge: null,
    Comment: 'id',
    CommentConnection: null,
    CommentEdge: null,
    ContentConnection: null,
    ContentEdge: null,
    ContentType: 'id',
    ImageMeta: null,
    Media: 'id',
    MediaConnection: null,
    MediaEdge: null,
    MediaSize: null,
    Page: 'id',
    PageConnection: null,
    PageEdge: null,
    PageInfo: null,
    Post: 'id',
    PostConnection: null,
    PostEdge: null,
    Site: 'id',
    Tag: 'id',
    TagConnection: null,
    TagEdge: null,
    Taxonomy: 'id',
  },
  singletons: ['Site'],
};

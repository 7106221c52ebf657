/** What is kept for a time of its own: settings give it, the store goes by it. */
export const keptKinds = ['content', 'media', 'terms', 'users', 'comments', 'site', 'missing'] as const;

/** `missing` are documents that are not there, `site` is what the site says of itself. */
export type KeptKind = (typeof keptKinds)[number];

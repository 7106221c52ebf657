/**
 * What is published of a site for programs that read no GraphQL, sitemaps and feeds: the questions to the graph that it is made
 * of, and what their answers say, in no vocabulary.
 */

/** A question to the graph. */
export interface Question<T> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What an answer says; nothing where it lacks what it cannot be without. @param data of an answer to it */
  read(data: Readonly<Record<string, unknown>>): T | undefined;
}

/** Addresses of one kind, in a sitemap of their own. */
export interface Section {
  readonly name: string;
  /** How many there are; `undefined` where the site hides it. */
  readonly total: number | undefined;
}

/** Where something stands. */
export interface Placed {
  /** Path on the site, relative to its front page. */
  readonly uri: string;
  /** On the site's own front end. */
  readonly link: string | undefined;
}

export interface Address extends Placed {
  /** In UTC. */
  readonly modified: string | undefined;
  /** Address of the picture that stands for it. */
  readonly image: string | undefined;
}

export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry extends Placed {
  /** Stays the same wherever the site moves. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** In UTC. */
  readonly published: string | undefined;
  readonly modified: string | undefined;
  readonly author: string | undefined;
  readonly topics: readonly string[];
  readonly image: FeedImage | undefined;
}

export interface FeedImage {
  readonly url: string;
  readonly type: string | undefined;
  /** Of one that says how large it is. */
  readonly bytes?: number;
}

export interface Publications {
  /** Into which sections the addresses of the site are divided. */
  readonly sections: Question<readonly Section[]>;
  /** A part of a section; nothing where there is no such section. */
  addresses(section: string, start: number, count: number): Question<readonly Address[]> | undefined;
  /** The newest of one type, posts where it is left out; nothing where the site has no such type. */
  feed(type: string | undefined, count: number): Question<Feed> | undefined;
  /** Types that have a feed. */
  readonly types: readonly string[];
}

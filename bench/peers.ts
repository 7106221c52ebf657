// Knows the other GraphQL servers that answer the list query, and how each is started and asked.

import type { MeasuredSite } from './bed.ts';
import { reasonOf } from './failure.ts';
import type { GraphPost } from './list-query.ts';
import { installPeers } from './packages.ts';
import { startServer } from './program.ts';
import { type ListRunner, serverRunner } from './runners.ts';

export interface Peer {
  readonly name: string;
  readonly file: URL;
  /** What it keeps from one question to the next. */
  readonly keeps: string;
  readonly body?: (first: number, offset: number) => string;
  readonly nodes?: (answer: unknown) => readonly GraphPost[];
}

export const peers: readonly Peer[] = [
  {
    name: 'Yoga, a fetch per node',
    file: new URL('./peers/yoga-fetch.js', import.meta.url),
    keeps: 'whole answers (its response cache)',
  },
  {
    name: 'Apollo Server, RESTDataSource',
    file: new URL('./peers/apollo.js', import.meta.url),
    keeps: "whole answers (its response cache), WordPress' answers (its data source's cache)",
  },
  {
    name: 'Hive Gateway, JSON Schema handler',
    file: new URL('./peers/hive.js', import.meta.url),
    keeps: 'whole answers (its response cache)',
    body: (first, offset) => JSON.stringify({ query: handlerQuery, variables: { first, offset } }),
    nodes: (answer) => ofHandler(answer as HandlerAnswer),
  },
];

/** The handler makes the types from WordPress' JSON, so that the same data have other names and are one level deeper. */
const handlerQuery = `query List($first: Int!, $offset: Int!) {
  posts(per_page: $first, offset: $offset) {
    title { rendered } date excerpt { rendered } writer { name } sections { name } image { source_url }
  }
}`;

interface HandlerAnswer {
  readonly data?: {
    readonly posts: readonly {
      readonly title: { readonly rendered: string };
      readonly date: string;
      readonly excerpt: { readonly rendered: string };
      readonly writer: { readonly name: string } | null;
      readonly sections: readonly ({ readonly name: string } | null)[];
      readonly image: { readonly source_url: string } | null;
    }[];
  };
  readonly errors?: unknown;
}

function ofHandler({ data, errors }: HandlerAnswer): GraphPost[] {
  if (errors !== undefined || !data) throw new Error(`GraphQL errors: ${JSON.stringify(errors).slice(0, 300)}`);
  return data.posts.map(({ title, date, excerpt, writer, sections, image }) => ({
    title: title.rendered,
    date,
    excerpt: excerpt.rendered,
    author: writer,
    categories: sections.filter((section) => section !== null),
    featuredMedia: image && { sourceUrl: image.source_url },
  }));
}

export interface StartedPeer extends Peer {
  readonly runner?: ListRunner;
  readonly url?: string;
  /** Why it does not run. */
  readonly reason?: string;
}

export async function startPeers(site: MeasuredSite): Promise<StartedPeer[]> {
  await installPeers();
  return Promise.all(
    peers.map(async (peer) => {
      try {
        const program = await startServer(peer.file, { restRoot: site.restRoot });
        return { ...peer, url: program.url, runner: serverRunner(peer.name, program, peer) };
      } catch (error) {
        return { ...peer, reason: `does not start: ${reasonOf(error)}` };
      }
    }),
  );
}

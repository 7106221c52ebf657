import { createGateway, type Gateway } from 'pressgraph';

let opened: Promise<Gateway> | undefined;

/** In production, as which frameworks serve, both are off unless they are asked for. */
const settings = { graphiql: true, introspection: true };

/** One for all requests: it is opened for the first of them, so that nothing is asked of the site while the app is built. */
export function gateway(): Promise<Gateway> {
  opened ??= open().catch((error: unknown) => {
    // The site may be there for the next request.
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(): Promise<Gateway> {
  const site = process.env.WORDPRESS_URL;
  if (!site) throw new Error('WORDPRESS_URL: expected the address of a WordPress site, as https://example.org.');
  return createGateway({ site, settings });
}

/** Asks the graph from within the app, without a way over the network. */
export async function ask<Data>(query: string): Promise<Data> {
  const request = new Request('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer = await (await gateway()).fetch(request);
  const { data, errors } = (await answer.json()) as { data: Data; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
  return data;
}

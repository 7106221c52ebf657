/** The gateway of the app, and how the app asks it. */
import { createGateway, type Gateway, type Settings } from 'pressgraph';
import type { TypedDocumentString } from '../graph/generated/graphql.ts';

let opened: Promise<Gateway> | undefined;

/** One for all requests: it is opened for the first of them, so that nothing is asked of the site while the app is built. */
export function gateway(): Promise<Gateway> {
  opened ??= open().catch((error: unknown) => {
    // The site may be there for the next request.
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Where people read the site, without a slash at the end; `undefined` where nobody says. */
export const frontEnd = process.env.PRESSGRAPH_FRONT_END?.replace(/\/$/, '');

/** Those that an app is told as the command is: by variables of the same names. */
function settings(): Partial<Settings> {
  const { PRESSGRAPH_SERVICE_ACCOUNT: serviceAccount, PRESSGRAPH_IMAGE_SERVICE: imageService } = process.env;
  return {
    // In production, as which frameworks serve, both are off unless they are asked for.
    graphiql: true,
    introspection: true,
    ...(frontEnd && { frontEnd }),
    ...(serviceAccount && { serviceAccount }),
    ...(imageService && { imageService }),
  };
}

async function open(): Promise<Gateway> {
  const site = process.env.WORDPRESS_URL;
  if (!site) throw new Error('WORDPRESS_URL: expected the address of a WordPress site, as https://example.org.');
  return createGateway({ site, settings: settings() });
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[] }[];
}

/**
 * Asks the graph from within the app, without a way over the network. An error in a branch makes that branch `null`: the page is
 * drawn without it, and the log says why.
 * @throws where there is no answer at all
 */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<{ readonly data: Data; readonly isWhole: boolean }> {
  const request = new Request('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = (await (await (await gateway()).fetch(request)).json()) as Answer<Data>;
  for (const { message, path } of errors ?? [])
    console.error(`GraphQL error: ${path?.join('.') ?? 'query'}: ${message}`);
  if (!data) throw new Error('The graph did not answer.');
  return { data, isWhole: !errors };
}

/** The graph by plain `fetch`: what a script or a static site needs. */

/** What went wrong; `data` has what there is all the same. */
export class GraphError extends Error {
  constructor(
    readonly errors: readonly { message: string; path?: (string | number)[]; extensions: { code: string } }[],
    readonly data: unknown,
  ) {
    super(errors.map(({ message }) => message).join('\n'));
  }
}

export async function ask<Data>(endpoint: string, query: string, variables = {}, signal?: AbortSignal): Promise<Data> {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const body = JSON.stringify({ query, variables });
  return read(await fetch(endpoint, { method: 'POST', headers, body, signal: signal ?? null }));
}

/** Refusals are answers too, in the same form, whatever their status. */
async function read<Data>(response: Response): Promise<Data> {
  const { data, errors } = await response.json();
  if (errors) throw new GraphError(errors, data);
  return data;
}

/** Asks by the hash of the query, by GET, so that a CDN may answer; sends the query where the gateway has not seen it. */
export async function askByHash<Data>(endpoint: string, query: string, variables = {}): Promise<Data> {
  const persistedQuery = { version: 1, sha256Hash: await sha256(query) };
  const url = new URL(endpoint);
  url.searchParams.set('extensions', JSON.stringify({ persistedQuery }));
  url.searchParams.set('variables', JSON.stringify(variables));
  try {
    return await read(await fetch(url));
  } catch (error) {
    if (!(error instanceof GraphError) || error.message !== 'PersistedQueryNotFound') throw error;
  }
  url.searchParams.set('query', query);
  return read(await fetch(url));
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

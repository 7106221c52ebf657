/**
 * GraphiQL, from the gateway's own address: a page, its script, style and workers.
 * Knows what a browser asks for; loads nothing from anywhere else, and its content security policy says so.
 *
 * Its files are told apart by the query string alone. Whatever leads to the graph leads to them, then: a route of a framework
 * that takes one path, or a proxy that serves the graph at another path than its own.
 */
import { type GraphiqlFileName, type GraphiqlFiles, loadGraphiqlFiles } from './graphiql-files.ts';
import type { PageOptions } from './graphiql-page.ts';
import { encodingFor } from './http/encodings.ts';
import { notTaken, refusalResponse } from './http/refusal.ts';
import type { RequestHead } from './http/request-head.ts';
import type { Route } from './route.ts';
import { StoredFile } from './stored-file.ts';

/** What a file is asked for by, beside the page that needs it. */
const fileQuery = '?graphiql=';

/** The page's icon and its logo. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g stroke="#7a3cff" stroke-width="2.5"><path d="M7 8 25 16 7 24 M7 8v16" fill="none"/></g><g fill="#7a3cff"><circle cx="7" cy="8" r="4.5"/><circle cx="25" cy="16" r="4.5"/><circle cx="7" cy="24" r="4.5"/></g></svg>';

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Monaco writes style attributes and elements of its own; nothing else needs more than the gateway's own files. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * @param graphqlPath where a browser finds GraphiQL, and GraphiQL the graph
 * @param exampleQuery the query that a newcomer finds in the editor, of the graph as it is served now
 * @param loadFiles gives what GraphiQL is made of, once a browser asks
 */
export function createGraphiql(graphqlPath: string, exampleQuery: () => string, loadFiles = loadGraphiqlFiles): Route {
  const places = [graphqlPath, `${graphqlPath}/`];
  let loading: Promise<Files> | undefined;
  const files = () => {
    loading ??= loadFiles().then(servedFiles);
    return loading;
  };
  return {
    takes: (head) =>
      head.method === 'GET' &&
      places.some((place) => head.path.startsWith(place + fileQuery) || (head.isAt(place) && wantsPage(head))),
    mostBytes: 0,
    async answer({ head }) {
      const found = await files().catch(() => undefined);
      if (!found) return missing();
      const name = /^[^?]*\?graphiql=([^&]*)/.exec(head.path)?.[1];
      if (name === undefined) return page(found.names);
      if (name === 'start.js') return small(startScript(found.names, exampleQuery()), 'js');
      return readFile(found.stored, name, head.acceptEncoding);
    },
  };
}

/** Files by their served names, which carry the hash of their content: a browser may keep them for good. */
interface Files {
  readonly names: Names;
  readonly stored: ReadonlyMap<string, StoredFile>;
}

type Names = Readonly<Record<GraphiqlFileName, string>>;

function servedFiles(files: GraphiqlFiles): Files {
  const served = Object.entries(files).map(
    ([name, file]) => [name, name.replace(/\.(\w+)$/, `.${file.hash}.$1`), new StoredFile(file)] as const,
  );
  return {
    names: Object.fromEntries(served.map(([name, servedName]) => [name, servedName])) as Names,
    stored: new Map(served.map(([, servedName, stored]) => [servedName, stored])),
  };
}

/**
 * A query in the address alone does not tell a program from a browser: GraphiQL writes there what is in its editor,
 * and the page has to come back when it is loaded again.
 */
export function wantsPage({ accept: accepted = '' }: RequestHead): boolean {
  return accepted.includes('text/html') && !/application\/(graphql-response\+)?json/.test(accepted);
}

function page(names: Names): Response {
  const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>pressgraph</title>
    <link rel="icon" href="${fileQuery}favicon.svg" />
    <link rel="stylesheet" href="${fileQuery}${names['graphiql.css']}" />
    <script defer src="${fileQuery}${names['graphiql.js']}"></script>
    <script defer src="${fileQuery}start.js"></script>
  </head>
  <body class="no-focus-outline">
    <noscript>GraphiQL needs JavaScript. The graph itself answers POST requests at this address.</noscript>
    <div id="root"></div>
  </body>
</html>
`;
  return new Response(html, { headers: pageHeaders });
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  vary: 'accept',
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Where pressgraph runs from its sources and what it is built with is not installed. */
function missing(): Response {
  const html =
    '<!doctype html><title>pressgraph</title><p>GraphiQL is not here: run <code>npm ci</code>. The graph itself answers POST requests at this address.</p>';
  return new Response(html, { status: 503, headers: pageHeaders });
}

/** The one script that differs from program to program: small, and asked for anew. */
function startScript(names: Names, defaultQuery: string): string {
  const workers = {
    editorWorkerService: 'editor.worker.js',
    json: 'json.worker.js',
    graphql: 'graphql.worker.js',
  } as const;
  const addresses = Object.fromEntries(
    Object.entries(workers).map(([label, name]) => [label, `${fileQuery}${names[name]}`]),
  );
  const options: PageOptions = { title: 'pressgraph', logo: icon, defaultQuery };
  return `const workers = ${JSON.stringify(addresses)};
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => workers[label] };
startGraphiql(window, ${JSON.stringify(options)});
`;
}

async function readFile(stored: Files['stored'], name: string, acceptEncoding: string | undefined): Promise<Response> {
  if (name === 'favicon.svg') return small(icon, 'svg');
  const file = stored.get(name);
  if (!file) return refusalResponse(notTaken(404, 'GraphiQL has no such file.'));
  const encoding = encodingFor(acceptEncoding);
  return new Response((await file.in(encoding)) as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': typeOf(name),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    },
  });
}

function small(text: string, extension: string): Response {
  const headers = {
    'content-type': contentTypes[extension] ?? '',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  return new Response(text, { headers });
}

function typeOf(name: string): string {
  return contentTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/**
 * GraphiQL, from the gateway's own routes: a page, its script, style and workers, compressed when the package was built.
 * Knows what a browser asks for; loads nothing from anywhere else, and its content security policy says so.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { encodingFor } from './http/encodings.ts';
import type { RequestHead } from './http/request-head.ts';
import type { Route } from './route.ts';

const assetPath = '/graphiql/';

/** The query that a newcomer finds in the editor. */
const exampleQuery = `# Welcome to pressgraph. Press the button at the
# right, or Ctrl+Enter, to run this query.
# It asks WordPress four times, however many posts it
# lists: for the posts, and then for all of their
# authors, categories and images side by side.
query LatestPosts {
  posts(first: 10) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      title(format: TEXT)
      date
      uri
      author { name }
      categories { name }
      featuredMedia {
        altText
        sourceUrl(size: "medium")
      }
    }
  }
}
`;

/** The page's icon and its logo. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g stroke="#7a3cff" stroke-width="2.5"><path d="M7 8 25 16 7 24 M7 8v16" fill="none"/></g><g fill="#7a3cff"><circle cx="7" cy="8" r="4.5"/><circle cx="25" cy="16" r="4.5"/><circle cx="7" cy="24" r="4.5"/></g></svg>';

/** Served names by plain name: `graphiql.js` -> `graphiql.<hash>.js`. */
type Files = Readonly<Record<'graphiql.js' | 'graphiql.css' | `${'editor' | 'graphql' | 'json'}.worker.js`, string>>;

interface Assets {
  readonly folder: URL;
  readonly files: Files;
}

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

/** Next to the compiled program, or in `dist` when the program runs from its sources. */
const usualFolders: readonly URL[] = ['../graphiql/', '../../dist/graphiql/'].map(
  (place) => new URL(place, import.meta.url),
);

/**
 * @param graphqlPath where a browser finds GraphiQL, and GraphiQL the graph
 * @param folders where the built files may be; the first that has them counts
 */
export function createGraphiql(graphqlPath: string, folders = usualFolders): Route {
  const assets = findAssets(folders);
  return {
    takes: (head) =>
      head.method === 'GET' && (head.path.startsWith(assetPath) || (head.isAt(graphqlPath) && wantsPage(head))),
    mostBytes: 0,
    async answer({ head }) {
      if (!head.path.startsWith(assetPath)) return assets ? page(assets.files) : notBuilt();
      const name = head.path.slice(assetPath.length).replace(/\?.*$/, '');
      return readAsset(assets, name, head.acceptEncoding, graphqlPath);
    },
  };
}

/**
 * A query in the address alone does not tell a program from a browser: GraphiQL writes there what is in its editor,
 * and the page has to come back when it is loaded again.
 */
function wantsPage({ accept: accepted = '' }: RequestHead): boolean {
  return accepted.includes('text/html') && !/application\/(graphql-response\+)?json/.test(accepted);
}

function findAssets(folders: readonly URL[]): Assets | null {
  for (const folder of folders) {
    try {
      return { folder, files: JSON.parse(readFileSync(new URL('files.json', folder), 'utf8')) as Files };
    } catch {
      // Not here: the next place, or none.
    }
  }
  return null;
}

function page(files: Files): Response {
  const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>pressgraph</title>
    <link rel="icon" href="${assetPath}favicon.svg" />
    <link rel="stylesheet" href="${assetPath}${files['graphiql.css']}" />
    <script defer src="${assetPath}${files['graphiql.js']}"></script>
    <script defer src="${assetPath}start.js"></script>
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

function notBuilt(): Response {
  return new Response(
    '<!doctype html><title>pressgraph</title><p>GraphiQL is not built: run <code>npm run build</code>.</p>',
    {
      status: 503,
      headers: pageHeaders,
    },
  );
}

/** The one script that differs from program to program: small, and asked for anew. */
function startScript(files: Files, graphqlPath: string): string {
  const workers = {
    editorWorkerService: 'editor.worker.js',
    json: 'json.worker.js',
    graphql: 'graphql.worker.js',
  } as const;
  const addresses = Object.fromEntries(
    Object.entries(workers).map(([label, name]) => [label, `${assetPath}${files[name]}`]),
  );
  const options = {
    endpoint: graphqlPath,
    title: 'pressgraph',
    logo: icon,
    defaultQuery: exampleQuery,
    shouldPersistHeaders: false,
  };
  return `const workers = ${JSON.stringify(addresses)};
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => workers[label] };
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify(options)});
`;
}

async function readAsset(
  assets: Assets | null,
  name: string,
  acceptEncoding: string | undefined,
  graphqlPath: string,
): Promise<Response> {
  if (name === 'favicon.svg') return small(icon, 'svg');
  if (!assets) return notBuilt();
  if (name === 'start.js') return small(startScript(assets.files, graphqlPath), 'js');
  if (!Object.values(assets.files).includes(name)) return new Response('Not found', { status: 404 });

  const encoding = encodingFor(acceptEncoding);
  const stored = await readFile(new URL(`${name}.${encoding === 'br' ? 'br' : 'gz'}`, assets.folder));
  return new Response(encoding === 'identity' ? await promisify(gunzip)(stored) : stored, {
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

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

interface Import {
  /** Path below src, or the name of a package. */
  readonly target: string;
  /** Types vanish when the program runs. */
  readonly typeOnly: boolean;
}

interface Source {
  readonly path: string;
  readonly text: string;
  readonly file: ts.SourceFile;
  readonly imports: readonly Import[];
  /** Names that stand for themselves, not for a member of something. */
  readonly names: ReadonlySet<string>;
}

/** Read by the compiler's own parser: a pattern would miss `import './x.ts'`, `import()` and what stands in strings. */
function sourceOf(path: string): Source {
  const text = readFileSync(join(src, path), 'utf8');
  const imports: Import[] = [];
  const names = new Set<string>();
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const name = specifier.text;
    const target = name.startsWith('.') ? relative(src, join(src, dirname(path), name)) : name;
    imports.push({ target, typeOnly });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isIdentifier(node) && !isMember(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  visit(file);
  return { path, text, file, imports, names };
}

function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent))
    return parent.name === node && parent.expression.getText() !== 'globalThis';
  return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
}

const sources = (readdirSync(src, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map(sourceOf);

const layerOf = (path: string) => path.split('/')[0] ?? '';

/** Every import between files of src, as `from -> to`, that a rule does not let pass. */
function offences(allows: (from: string, to: string, typeOnly: boolean) => boolean): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => sources.some((source) => source.path === target))
      .filter(({ target, typeOnly }) => !allows(path, target, typeOnly))
      .map(({ target }) => `${path} -> ${target}`),
  );
}

/** Top to bottom: a layer knows itself and what stands below it. */
const layers = ['server', 'dialects', 'graph', 'loaders', 'store', 'wordpress'];
const entries = [
  'cli.ts',
  'command-input.ts',
  'config-file.ts',
  'derived-changes.ts',
  'gateway-config.ts',
  'gateway.ts',
  'index.ts',
  'layers.ts',
  'served-schemas.ts',
  'site-config.ts',
  'site-layers.ts',
  'site-report.ts',
  'start-failure.ts',
  'succession.ts',
  'unheeded-config.ts',
];
/** The settings: what they are, how their values are read. */
const tables = ['config.ts', 'published-settings.ts', 'setting-kinds.ts', 'settings.ts', 'upstream-settings.ts'];
/** What stands beside the layers, known to all of them. */
const foundations = [
  'config-error.ts',
  'environment.ts',
  'errors.ts',
  'event-loop.ts',
  'image-service.ts',
  'kept-kinds.ts',
  'log.ts',
  'maybe-promise.ts',
  'mechanisms.ts',
  'memoized.ts',
  'observer.ts',
  'privileges.ts',
  'single-flight.ts',
  'suggestion.ts',
  'text-table.ts',
  'version.ts',
];

describe('the layers', () => {
  it('are all that there is, beside the sample site, the entry points, what these share and the rules for client caches', () => {
    expect([...new Set(sources.map(({ path }) => layerOf(path)))].sort()).toEqual(
      [...layers, ...entries, ...foundations, ...tables, 'client-cache', 'sample'].sort(),
    );
  });

  it.each(layers)('%s knows itself, what is below it, and the foundations', (layer) => {
    const known = [
      ...layers.slice(layers.indexOf(layer)),
      ...foundations,
      ...(layer === 'server' ? ['config.ts', 'settings.ts'] : []),
    ];
    expect(offences((from, to) => layerOf(from) !== layer || known.includes(layerOf(to)))).toEqual([]);
  });

  it('meet at one place where the graph asks the loaders', () => {
    const isOther = (to: string) => layerOf(to) === 'loaders' && to !== 'loaders/loaders.ts';
    expect(offences((from, to) => !['graph', 'dialects'].includes(layerOf(from)) || !isOther(to))).toEqual([]);
  });

  it('stand on foundations that know nothing of them', () => {
    const known = (from: string) => (tables.includes(from) ? [...foundations, ...tables] : foundations);
    expect(offences((from, to) => ![...foundations, ...tables].includes(from) || known(from).includes(to))).toEqual([]);
  });

  it('have a sample site that is a site like any other: it knows only what a request is', () => {
    const isKnown = (to: string, typeOnly: boolean) =>
      layerOf(to) === 'sample' || to === 'errors.ts' || (to === 'wordpress/http/send.ts' && typeOnly);
    expect(offences((from, to, typeOnly) => layerOf(from) !== 'sample' || isKnown(to, typeOnly))).toEqual([]);
  });

  it('have rules for client caches that know nothing but a schema', () => {
    expect(offences((from, to) => layerOf(from) !== 'client-cache' || layerOf(to) === 'client-cache')).toEqual([]);
  });

  it('are put together by the entry points alone', () => {
    expect(offences((from, to) => entries.includes(from) || !entries.includes(to))).toEqual([]);
    expect(offences((from, to) => [...entries, 'sample'].includes(layerOf(from)) || layerOf(to) !== 'sample')).toEqual(
      [],
    );
  });

  it('are told their settings: only the server, the gateway and the command look at the table', () => {
    const mayLook = (from: string) => layerOf(from) === 'server' || [...entries, ...tables].includes(from);
    expect(offences((from, to) => !tables.includes(to) || mayLook(from))).toEqual([]);
  });

  it.each([
    [
      'graphql',
      ['cli.ts', 'client-cache/schema-types.ts', 'dialects/', 'gateway.ts', 'graph/', 'served-schemas.ts', 'server/'],
    ],
    ['graphql-yoga', ['server/']],
    ['@pothos/core', ['dialects/pressgraph/builder.ts']],
    ['dataloader', ['loaders/lookups/batches.ts']],
    ['undici', ['wordpress/http/transport.ts']],
    ['htmlparser2', ['graph/fields/html-pieces.ts', 'wordpress/head-tags.ts']],
    ['css-select', ['graph/fields/block-html.ts']],
    ['ioredis', ['store/redis/']],
    ['commander', ['cli.ts']],
  ])('%s is known only where it belongs', (library, places) => {
    const users = sources
      .filter(({ imports }) => imports.some(({ target }) => target === library || target.startsWith(`${library}/`)))
      .map(({ path }) => path);
    expect(users.filter((path) => !places.some((place) => path.startsWith(place)))).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it('leave the process to the command, and to the one rule of what is production', () => {
    const users = sources
      .filter(
        ({ names, imports }) => names.has('process') || imports.some(({ target }) => /^(node:)?process$/.test(target)),
      )
      .map(({ path }) => path);
    expect(users).toEqual(['cli.ts', 'environment.ts']);
  });
});

/** Folders of test/ that mirror nothing in src/, with what they hold. */
const otherFolders: Readonly<Record<string, string>> = {
  bench: 'tests of bench/',
  bent: 'sites that are bent in one way each, and answers that are changed by chance',
  e2e: 'against real WordPress, Redis and Chromium, and the command as it is built',
  clients: 'clients that people use, with packages of their own',
  examples: 'tests of examples/',
  fixtures: 'recorded documents',
  fuzz: 'random and hostile requests, run by `npm run fuzz`',
  moving: 'what queries of others become',
  support: 'what tests share',
  types: 'tests of types',
};

describe('the tests', () => {
  it('stand in the folder of what they test', () => {
    const folders = new Set(sources.flatMap(({ path }) => foldersAbove(path)));
    const tests = (readdirSync(fileURLToPath(new URL('.', import.meta.url)), { recursive: true }) as string[])
      .filter((path) => /\.(test|suite)\.ts$/.test(path))
      .filter((path) => !(layerOf(path) in otherFolders));
    expect(tests.filter((path) => dirname(path) !== '.' && !folders.has(dirname(path)))).toEqual([]);
  });
});

/** The folders that a file is in, from the outermost. */
function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

describe('every file', () => {
  it('says in its first lines what it knows', () => {
    expect(sources.filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('is named by its noun', () => {
    const vague = /(^|\/|-)(utils?|helpers?|common|misc|shared)(\.|-|\/)/;
    expect(sources.filter(({ path }) => vague.test(path) || /[A-Z_]/.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('can be read in one sitting', () => {
    expect(sources.filter(({ text }) => text.trimEnd().split('\n').length > 300).map(({ path }) => path)).toEqual([]);
  });

  it('exports by name', () => {
    const nameless = /^export default\b|\bas default\s*[,}]/m;
    expect(sources.filter(({ text }) => nameless.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

/** Places in src where a node is of the kind looked for, as `path: code`. */
function placesOf(isSought: (node: ts.Node) => boolean): string[] {
  return sources.flatMap(({ path, file }) => {
    const found: string[] = [];
    const visit = (node: ts.Node) => {
      if (isSought(node)) found.push(`${path}: ${node.getText().slice(0, 80)}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

/** The name of the member that is called, as `then` in `a.b().then(c)`. */
function calledMember(node: ts.Node): string | undefined {
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
    ? node.expression.name.text
    : undefined;
}

function isAsync(node: ts.Node | undefined): boolean {
  if (!node || !(ts.isArrowFunction(node) || ts.isFunctionExpression(node))) return false;
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;
}

describe('no promise', () => {
  it('is left behind by another one that is never made: several are made by allOf and resultsOf', () => {
    const isUnsafe = (node: ts.Node) => {
      if (!ts.isCallExpression(node) || !/^Promise\.(all|allSettled|any|race)$/.test(node.expression.getText()))
        return false;
      const [list] = node.arguments;
      // What is async never throws while it is called.
      return !(list && calledMember(list) === 'map' && isAsync((list as ts.CallExpression).arguments[0]));
    };
    expect(placesOf(isUnsafe).filter((place) => !/^(maybe-promise\.ts|sample\/recorded\.ts):/.test(place))).toEqual([]);
  });

  it('is left alone with its failure: what nobody waits for is caught', () => {
    const isUncaught = (node: ts.Node) => {
      if (!ts.isVoidExpression(node)) return false;
      const { expression } = node;
      const called = calledMember(expression);
      return !(called === 'catch' || (called === 'then' && (expression as ts.CallExpression).arguments.length === 2));
    };
    expect(placesOf(isUncaught)).toEqual([]);
  });
});

describe('imports', () => {
  it('go round in no circle, those of types included', () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]) => {
      if (trail.includes(path)) {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      if (done.has(path)) return;
      const source = sources.find((candidate) => candidate.path === path);
      for (const { target } of source?.imports ?? []) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const { path } of sources) visit(path, []);
    expect(circles).toEqual([]);
  });
});

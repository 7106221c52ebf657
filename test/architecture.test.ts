import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

interface Import {
  readonly target: string;
  /** Types vanish when the program runs. */
  readonly typeOnly: boolean;
}

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const sources: Source[] = (readdirSync(src, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(src, path), 'utf8');
    const found = [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)'/gm)];
    const imports = found.map(([, type, name = '']) => ({
      target: name.startsWith('.') ? relative(src, join(src, dirname(path), name)) : name,
      typeOnly: type !== undefined,
    }));
    return { path, text, imports };
  });

/** Top to bottom: a layer knows itself and what stands below it. */
const layers = ['server', 'schema', 'loaders', 'store', 'wordpress'];
const layerOf = (path: string) => path.split('/')[0] ?? '';
const within = (layer: string) => sources.filter(({ path }) => path.startsWith(`${layer}/`));

describe('the layers', () => {
  it.each(layers)('%s imports nothing from above it', (layer) => {
    const above = layers.slice(0, layers.indexOf(layer));
    const upward = within(layer).flatMap(({ path, imports }) =>
      imports.filter(({ target }) => above.includes(layerOf(target))).map(({ target }) => `${path} -> ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it('the sample site is a site like any other: it knows only what a request is', () => {
    const known = within('sample').flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => layers.includes(layerOf(target)))
        .map(({ target, typeOnly }) => [path, target, typeOnly]),
    );
    expect(known).toEqual([['sample/sample-site.ts', 'wordpress/send.ts', true]]);
  });

  it('nobody below the entry points imports them', () => {
    const entries = ['cli.ts', 'gateway.ts', 'index.ts'];
    const wrong = sources
      .filter(({ path }) => !entries.includes(path))
      .flatMap(({ path, imports }) =>
        imports.filter(({ target }) => entries.includes(target)).map(({ target }) => `${path} -> ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['graphql', ['cli.ts', 'gateway.ts', 'schema/', 'server/']],
    ['graphql-yoga', ['server/']],
    ['@pothos/core', ['schema/builder.ts']],
    ['dataloader', ['loaders/']],
    ['undici', ['wordpress/transport.ts']],
    ['commander', ['cli.ts']],
  ])('%s is known only where it belongs', (library, places) => {
    const users = sources
      .filter(({ imports }) => imports.some(({ target }) => target === library))
      .map(({ path }) => path);
    expect(users.filter((path) => !places.some((place) => path.startsWith(place)))).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it('only the command knows the process', () => {
    const users = sources.filter(({ text }) => /\bprocess\.\w/.test(text)).map(({ path }) => path);
    expect(users).toEqual(['cli.ts']);
  });
});

describe('every file', () => {
  it('says in its first lines what it knows', () => {
    expect(sources.filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('is named by its noun', () => {
    const vague = /(^|\/|-)(utils?|helpers?|common|misc|shared)(\.|-|\/)/;
    expect(sources.filter(({ path }) => vague.test(path) || /[A-Z_]/.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('can be read in one sitting', () => {
    expect(sources.filter(({ text }) => text.split('\n').length > 350).map(({ path }) => path)).toEqual([]);
  });

  it('exports by name', () => {
    expect(sources.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('imports', () => {
  it('go round in no circle when the program runs', () => {
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]) => {
      if (trail.includes(path)) {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      if (done.has(path)) return;
      const source = sources.find((candidate) => candidate.path === path);
      for (const { target, typeOnly } of source?.imports ?? []) if (!typeOnly) visit(target, [...trail, path]);
      done.add(path);
    };
    const done = new Set<string>();
    for (const { path } of sources) visit(path, []);
    expect(circles).toEqual([]);
  });
});

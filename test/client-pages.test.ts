import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const pages = fileURLToPath(new URL('../docs/clients', import.meta.url));
const clients = fileURLToPath(new URL('clients', import.meta.url));

/** Code as it stands, whatever it is indented by. */
const unindented = (code: string) => code.trim().replace(/^ +/gm, '');

/** All that the suite of clients runs or compiles. */
const folders = readdirSync(clients, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const run = [clients, ...folders.map(({ name }) => join(clients, name))]
  .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
  .filter((file) => /\.(tsx?|json)$/.test(file))
  .map((file) => unindented(readFileSync(file, 'utf8')));

describe.each(readdirSync(pages))('docs/clients/%s', (name) => {
  const page = readFileSync(join(pages, name), 'utf8');

  it('shows code that npm run test:clients runs', () => {
    const blocks = [...page.matchAll(/^```(?:tsx?|json)\n(.*?)^```$/gms)].map(([, code]) => unindented(code ?? ''));
    expect(blocks.length > 0).toBe(name !== 'README.md');
    expect(blocks.filter((block) => !run.some((text) => text.includes(block)))).toEqual([]);
  });

  it('leads to files that there are', () => {
    const files = [...page.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, file]) => join(pages, file ?? ''));
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('is listed in the index, which the README leads to', () => {
    const readme = readFileSync(join(dirname(clients), '../README.md'), 'utf8');
    expect(readme).toContain('](docs/clients/README.md)');
    if (name !== 'README.md') expect(readFileSync(join(pages, 'README.md'), 'utf8')).toContain(`](${name})`);
  });
});

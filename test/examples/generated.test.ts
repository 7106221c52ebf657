import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/program.ts';

const bin = (name: string) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));

/** What is generated is committed, so that the examples run as they are: it has to be what the generators give today. */
describe('what the examples are generated from', { timeout: 60_000 }, () => {
  it('has given the clients of examples/codegen and examples/own-types; else run `npm run codegen`', async () => {
    const { code, stdout, stderr } = await runCommand(bin('graphql-codegen'), ['--config', 'codegen.ts', '--check']);
    expect(code, `${stdout}${stderr}`).toBe(0);
  });

  it('is the schema of the sample site, for examples/own-types; else run `npm run schema:print`', async () => {
    const { code, stdout, stderr } = await runCommand(bin('tsx'), ['tools/print-sample-schema.ts']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const committed = new URL('../../examples/own-types/schema.graphql', import.meta.url);
    expect(stdout).toBe(readFileSync(committed, 'utf8'));
  });

  it('has given the types of examples/gql-tada; else run `npm run codegen`', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'pressgraph-'));
    try {
      const output = join(directory, 'graphql-env.d.ts');
      const tsconfig = 'examples/gql-tada/tsconfig.json';
      const { code, stdout, stderr } = await runCommand(bin('gql.tada'), [
        ...['generate-output', '--tsconfig', tsconfig, '--output', output],
      ]);
      expect(code, `${stdout}${stderr}`).toBe(0);
      const committed = new URL('../../examples/gql-tada/graphql-env.d.ts', import.meta.url);
      expect(readFileSync(output, 'utf8')).toBe(readFileSync(committed, 'utf8'));
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

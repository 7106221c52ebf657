/**
 * What went wrong, each kind once: with when, how often, and the requests that led to it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case } from './corpus.ts';

export interface Finding {
  readonly kind: string;
  readonly detail: string;
  /** `undefined` for what was noticed between two. */
  readonly step: number | undefined;
  readonly case: Case;
}

const folder = fileURLToPath(new URL('found/', import.meta.url));

export class Findings {
  readonly #found = new Map<string, { readonly line: string; times: number }>();
  readonly #started = performance.now();

  /** Since it began. */
  get seconds(): number {
    return Math.round((performance.now() - this.#started) / 100) / 10;
  }

  get size(): number {
    return this.#found.size;
  }

  add({ kind, detail, step, case: reproduction }: Finding): void {
    const key = `${kind} ${signature(detail)}`;
    const known = this.#found.get(key);
    if (known) {
      known.times++;
      return;
    }
    const name = `${String(this.#found.size + 1).padStart(3, '0')}-${kind}.json`;
    const text = detail.slice(0, 300).replaceAll(/\s+/g, ' ');
    const line = `${kind} after ${this.seconds} s${step === undefined ? '' : `, step ${step}`}: ${text} (${name})`;
    this.#found.set(key, { line, times: 1 });
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}${name}`, `${JSON.stringify({ why: detail, ...reproduction }, null, 2)}\n`);
    process.stdout.write(`  ${line}\n`);
  }

  report(): string {
    if (this.#found.size === 0) return 'Nothing was found.\n';
    const lines = [...this.#found.values()].map(({ line, times }) => `${times} times: ${line}\n`);
    return `${lines.join('')}What led to each is in test/fuzz/found.\n`;
  }
}

/** Alike but for numbers and what was quoted. */
function signature(detail: string): string {
  return detail
    .slice(0, 300)
    .replace(/"(?:[^"\\]|\\.)*"?/g, '""')
    .replace(/\d+/g, '0')
    .replace(/\ba0\b/g, '');
}

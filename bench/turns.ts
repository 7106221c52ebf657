// Knows how several runners are measured in one run: in turns, so that a machine that slows down slows all of them.

export interface Runner {
  readonly name: string;
}

/**
 * Lets every runner have one go in each round and gathers what it gives.
 * Each round begins with another runner: one that always came after the heaviest would always meet a busy machine.
 */
export async function inTurns<R extends Runner, Result>(
  runners: readonly R[],
  rounds: number,
  go: (runner: R, round: number) => Promise<Result>,
): Promise<Map<string, Result[]>> {
  const results = new Map<string, Result[]>(runners.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const first = round % runners.length;
    for (const runner of [...runners.slice(first), ...runners.slice(0, first)]) {
      const result = await go(runner, round).catch((error: unknown) => {
        throw new Error(`${runner.name}: ${error instanceof Error ? error.message : error}`, { cause: error });
      });
      results.get(runner.name)?.push(result);
    }
  }
  return results;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

// Knows the load generator wrk: gets it from the system's packages, gives it a request, and reads what it measured.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../test/e2e/wordpress/process.ts';
import type { Program } from './program.ts';

export interface WrkRequest {
  readonly url: string;
  /** Sent by POST as JSON; without one, the request is a GET. */
  readonly body?: string;
}

export interface WrkResult {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

interface Summary {
  readonly requests: number;
  readonly microseconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/** A server's word is only worth its time while every answer is a good one, so others are counted. */
const script = `
init = function(args)
  if args[1] then
    local file = io.open(args[1], "rb")
    wrk.method = "POST"
    wrk.body = file:read("*a")
    wrk.headers["Content-Type"] = "application/json"
    file:close()
  end
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('\\nRESULT {"requests":%d,"microseconds":%d,"p50":%f,"p99":%f,"failed":%d}\\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    e.connect + e.read + e.write + e.status + e.timeout))
end
`;

/** Milliseconds of its processor that each request takes of a program under load. */
export async function processorTimePerRequest(program: Program, request: WrkRequest, seconds: number): Promise<number> {
  const start = program.processorTime();
  const { requests } = await wrk(request, seconds);
  return (program.processorTime() - start) / requests;
}

/** One thread, sixteen connections: a second thread would take the processor from the server that is measured. */
export async function wrk({ url, body }: WrkRequest, seconds: number): Promise<WrkResult> {
  const folder = mkdtempSync(join(tmpdir(), 'pressgraph-wrk-'));
  try {
    const scriptFile = join(folder, 'request.lua');
    const bodyFile = join(folder, 'body.json');
    writeFileSync(scriptFile, script);
    if (body !== undefined) writeFileSync(bodyFile, body);
    const bodyArguments = body === undefined ? [] : ['--', bodyFile];
    const output = await run('wrk', [
      '-t1',
      '-c16',
      '--timeout',
      '10s',
      `-d${seconds}s`,
      '-s',
      scriptFile,
      url,
      ...bodyArguments,
    ]);
    const line = /^RESULT (.*)$/m.exec(output)?.[1];
    if (line === undefined) throw new Error(`wrk told no result: ${output.slice(0, 300)}`);
    const { requests, microseconds, p50, p99, failed } = JSON.parse(line) as Summary;
    if (failed > 0) throw new Error(`${failed} of ${requests} requests failed under load at ${new URL(url).pathname}.`);
    return { requests, perSecond: requests / (microseconds / 1e6), p50: p50 / 1000, p99: p99 / 1000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

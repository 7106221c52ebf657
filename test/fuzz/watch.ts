/**
 * Sends requests to gateways and notes what must never happen, with what was sent before it.
 */
import { batchOf, faultsOf, type GraphqlAnswer, graphqlOf } from './answers.ts';
import type { Fault } from './faults.ts';
import type { Findings } from './findings.ts';
import type { GatewayName, RunningGateway, Told } from './gateway.ts';
import { type ClientAnswer, type ClientRequest, sent } from './requests.ts';

/** An answer may depend on what was asked before: as many requests go with each finding. */
const mostRecent = 12;

export class Watch {
  operations = 0;
  compared = 0;
  /** Faults of the site at this moment. */
  faults: readonly Fault[] = [];
  readonly #findings: Findings;
  readonly #recent = new Map<GatewayName, ClientRequest[]>();
  #left = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /**
   * Sends something, and notes what is wrong with the answer whatever it answers.
   * @param attack name of what is tried, so that each is a finding of its own
   */
  async ask(
    gateway: RunningGateway,
    request: ClientRequest,
    step: number | undefined,
    attack?: string,
  ): Promise<GraphqlAnswer | undefined> {
    return graphqlOf(await this.#send(gateway, request, step, attack));
  }

  /** The same for what is no GraphQL; `undefined` where there was no answer. */
  async askText(
    gateway: RunningGateway,
    request: ClientRequest,
    step: number | undefined,
  ): Promise<ClientAnswer | undefined> {
    const answer = await this.#send(gateway, request, step);
    return answer === 'none' ? undefined : answer;
  }

  /** The same for a batch, which has an answer for each of its operations. */
  async askBatch(
    gateway: RunningGateway,
    request: ClientRequest,
    step: number | undefined,
  ): Promise<readonly GraphqlAnswer[]> {
    return batchOf(await this.#send(gateway, request, step)) ?? [];
  }

  async #send(
    gateway: RunningGateway,
    request: ClientRequest,
    step: number | undefined,
    attack?: string,
  ): Promise<ClientAnswer | 'none' | undefined> {
    this.operations++;
    if (request.leavesAfter !== undefined) this.#left++;
    const recent = this.#recent.get(gateway.name) ?? [];
    this.#recent.set(gateway.name, recent);
    recent.push(request);
    if (recent.length > mostRecent) recent.shift();
    let answer = await sent(gateway.port, request);
    // A kept connection may have been closed just as it was used.
    const isLost = answer !== undefined && answer !== 'none' && answer.status === 0 && request.raw === undefined;
    if (isLost && request.leavesAfter === undefined) answer = await sent(gateway.port, request);
    for (const { kind, detail } of faultsOf(request, answer)) {
      this.note(gateway.name, kind, attack ? `${attack}: ${detail}` : detail, step, request);
    }
    if (answer === 'none') await gateway.restart();
    return answer;
  }

  /** Something that no answer shows. */
  told(name: GatewayName, kind: Told, detail: string): void {
    this.note(name, kind, detail, undefined);
  }

  note(name: GatewayName, kind: string, detail: string, step: number | undefined, request?: ClientRequest): void {
    const earlier = (this.#recent.get(name) ?? []).filter((entry) => entry !== request);
    const faults = name.startsWith('spoilt') ? this.faults : [];
    const requests = request ? [...earlier, request] : earlier;
    this.#findings.add({ kind, detail: `${name}: ${detail}`, step, case: { gateway: name, faults, requests } });
  }

  progress(spoilt: number): string {
    return (
      `${this.#findings.seconds} s: ${this.operations} requests, ${this.compared} answers compared, ${this.#left} clients left, ` +
      `${spoilt} answers of the site spoilt, ${this.#findings.size} findings`
    );
  }
}

/**
 * A site that answers in rounds: what is asked for while nothing is answered belongs together, and is answered together. How many
 * rounds an operation takes is how often it had to wait for WordPress before it could ask on.
 */
import type { UpstreamRequest, UpstreamResponse } from '../../src/wordpress/http/send.ts';
import type { TestSite } from './graph.ts';

interface Held {
  readonly request: UpstreamRequest;
  resolve(answer: UpstreamResponse | Promise<never>): void;
}

/**
 * After this long without another request, in milliseconds, and then as many turns of the event loop, nothing more is asked for
 * before something is answered: on a machine that is busy with something else the time alone says nothing.
 */
const silence = { milliseconds: 60, turns: 50 };

export class SiteInRounds implements TestSite {
  readonly url: string;
  /** Whether requests are held back; else they go on as they come. */
  isCounting = false;
  readonly #site: TestSite;
  #rounds = 0;
  #held: Held[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(site: TestSite) {
    this.#site = site;
    this.url = site.url;
  }

  /** Rounds since it was last asked. */
  takeRounds(): number {
    const rounds = this.#rounds;
    this.#rounds = 0;
    return rounds;
  }

  readonly send: TestSite['send'] = (request) => {
    if (!this.isCounting) return this.#site.send(request);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#answerAfterTurns(), silence.milliseconds);
    return new Promise((resolve) => {
      this.#held.push({ request, resolve });
    });
  };

  async #answerAfterTurns(): Promise<void> {
    const timer = this.#timer;
    for (let turn = 0; turn < silence.turns; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#timer !== timer) return;
    }
    await this.#answer();
  }

  async #answer(): Promise<void> {
    const round = this.#held;
    this.#held = [];
    this.#rounds += 1;
    const answers = await Promise.allSettled(round.map(({ request }) => this.#site.send(request)));
    for (const [index, { resolve }] of round.entries()) {
      const answer = answers[index] as PromiseSettledResult<UpstreamResponse>;
      resolve(answer.status === 'fulfilled' ? answer.value : Promise.reject(answer.reason));
    }
  }
}

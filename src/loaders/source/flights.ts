/**
 * Look-ups that are under way, so that operations which want the same wait for one of them.
 * Knows who may join one, what those are told who did, and what becomes of them where the first may wait for no more.
 */
import { ClientGone, type ErrorCode, PressgraphError } from '../../errors.ts';
import { SingleFlight } from '../../single-flight.ts';
import type { AsOf } from '../../store/as-of.ts';
import type { Properties } from '../../wordpress/properties.ts';
import { type Audience, JoinedAudience } from '../operation/audience.ts';

/** What is looked up, and as of when. */
export interface Sought {
  readonly route: string;
  readonly collection: string;
  readonly key: string;
  /** What is wanted of it. */
  readonly properties: Properties;
  /** What the look-up brings, where that is more. */
  readonly brings?: Properties | undefined;
  /** Absent where nothing is kept. */
  readonly asOf: AsOf | undefined;
}

interface Flight<Answer> {
  readonly asOf: AsOf | undefined;
  readonly audience: JoinedAudience;
  readonly properties: Properties;
  readonly answer: Promise<Answer>;
}

export class Flights<Answer> {
  readonly #underWay = new SingleFlight<string, Flight<Answer>>();
  readonly #landing: (answer: Answer) => unknown;

  /** @param landing what has to come besides the answer until there is nothing left to join */
  constructor(landing: (answer: Answer) => unknown = () => undefined) {
    this.#landing = landing;
  }

  /**
   * Joins an equal look-up that is under way since the last change, or makes one.
   * @param lookUp makes it, for those who wait for it
   */
  joinOrAsk(audience: Audience, sought: Sought, lookUp: (audience: Audience) => Promise<Answer>): Promise<Answer> {
    const { collection, key, properties, brings = properties, asOf } = sought;
    const flight = this.#underWay.find(key);
    const isSame = flight && isCurrent(flight.asOf, collection) && flight.properties.covers(properties);
    if (isSame && (flight.audience.demandsFresh || !audience.demandsFresh))
      return join(flight, audience, sought, lookUp);
    const joined = new JoinedAudience(audience);
    const answer = lookUp(joined);
    this.#underWay.begin(key, { asOf, audience: joined, properties: brings, answer }, answer.then(this.#landing));
    return answer;
  }
}

async function join<Answer>(
  flight: Flight<Answer>,
  audience: Audience,
  { route }: Sought,
  lookUp: (audience: Audience) => Promise<Answer>,
): Promise<Answer> {
  flight.audience.join(audience, route);
  const answer = await flight.answer.catch((error: unknown) => {
    // The first caller ran out of budget or hung up; that is no failure of the request, so ask again for this one.
    if (isOwn(error)) return lookUp(audience);
    throw error;
  });
  flight.audience.tell(audience);
  return answer;
}

/** Whether what was begun then is worth waiting for: nothing of the collection has changed since, or nothing is kept. */
export function isCurrent(asOf: AsOf | undefined, collection: string): boolean {
  return asOf === undefined || asOf.isCurrent(collection);
}

/** Codes of the limits that end one operation. */
const ownCodes = new Set<ErrorCode>(['BUDGET_EXCEEDED', 'OPERATION_TOO_LARGE']);

/** Whether a failure is that of the operation that asked, not of the site: another one that waits for the same may go on. */
export function isOwn(error: unknown): boolean {
  return error instanceof ClientGone || (error instanceof PressgraphError && ownCodes.has(error.code));
}

import { describe, expect, it } from 'vitest';
import { EventLoop } from '../../../src/event-loop.ts';
import { JoinedAudience, Joint } from '../../../src/loaders/operation/audience.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import type { Lifetimes } from '../../../src/store/freshness.ts';

const route = '/wp/v2/posts';
const request = { route, milliseconds: 1, bytes: 2, shared: false };

describe('operations that wait for one request', () => {
  it('go on without those that may not, and end where none may', () => {
    const [rich, spent] = [new Operation({ maxRequests: 2 }), new Operation({ maxRequests: 1 })] as const;
    const joint = new Joint([rich, spent]);
    joint.charge(route);
    joint.charge(route);
    expect([rich, spent].map((member) => joint.failureOf(member)?.message)).toEqual([
      undefined,
      expect.stringContaining('the 1 upstream requests'),
    ]);
    expect([...joint.waiters]).toEqual([rich]);
    expect(() => joint.charge(route)).toThrow('upstream requests');
  });

  it('are each told of it, as one that they share', () => {
    const members = [new Operation({ maxRequests: 1 }), new Operation({ maxRequests: 1 })];
    new Joint(members).noteRequest(request);
    expect(members.map(({ record }) => record.requests)).toEqual([
      [{ ...request, shared: true }],
      [{ ...request, shared: true }],
    ]);
    const [alone] = members.slice(0, 1);
    if (alone) new Joint([alone]).noteRequest(request);
    expect(alone?.record.requests.at(-1)).toEqual(request);
  });

  it('demand what is fresh where one of them does', () => {
    const background = new Operation({ maxRequests: 1, demandsFresh: true });
    expect(new Joint([new Operation({ maxRequests: 1 })]).demandsFresh).toBe(false);
    expect(new Joint([new Operation({ maxRequests: 1 }), background]).demandsFresh).toBe(true);
  });
});

describe('operations of one batch', () => {
  const line = new EventLoop().line();
  const lifetimes = { content: { fresh: 10, stale: 20, spare: 0 } } as Lifetimes;

  it('pay once for what they wait for together, and once more for each further request', () => {
    const batch = new Operation({ maxRequests: 2 });
    const joint = new Joint([batch.part(line), batch.part(line)]);
    joint.charge(route);
    joint.charge(route);
    expect(() => joint.charge(route)).toThrow('This batch needs more than the 2 upstream requests');
  });

  it('pay nothing for what one of them has begun already', () => {
    const batch = new Operation({ maxRequests: 2 });
    const joined = new JoinedAudience(batch.part(line));
    joined.charge(route);
    joined.join(batch.part(line), route);
    joined.charge(route);
    joined.join(batch.part(line), route);
    expect(() => joined.charge(route)).toThrow('upstream requests');
  });

  it('make one answer of what each of them has read, and refresh it at one cost', () => {
    const batch = new Operation({ maxRequests: 2 });
    const [first, second] = [batch.part(line), batch.part(line)];
    first.uses('content', 100);
    second.uses('content', 50);
    first.provenance.addDocument(route, 1);
    second.provenance.addDocument(route, 2);
    expect(batch.provenance.lifetime(lifetimes, 0)).toEqual({ fresh: 60, stale: 80 });
    expect(batch.provenance.ingredients.documents.get(route)).toEqual(new Set([1, 2]));
    expect(first.inBackground()).toBe(second.inBackground());
    expect(first.record).not.toBe(second.record);
  });
});

describe('what was begun for one who may wait no longer', () => {
  it('goes on at the cost of one who has joined', () => {
    const [spent, rich] = [new Operation({ maxRequests: 1 }), new Operation({ maxRequests: 2 })];
    const joined = new JoinedAudience(spent);
    joined.charge(route);
    expect(() => joined.charge(route)).toThrow('upstream requests');
    joined.join(rich, route);
    joined.charge(route);
    expect(() => joined.charge(route)).toThrow('upstream requests');
  });

  it('goes on while others wait for it', () => {
    const spent = new Operation({ maxRequests: 1 });
    const joint = new Joint([spent]);
    joint.charge(route);
    joint.waiters.add(new Operation({ maxRequests: 0 }));
    joint.charge(route);
    expect(joint.failureOf(spent)?.message).toContain('upstream requests');
  });

  it('is not begun for others', () => {
    const [joint, joined] = [0, 0].map((maxRequests) => new Joint([new Operation({ maxRequests })])) as [Joint, Joint];
    joint.waiters.add(new Operation({ maxRequests: 1 }));
    expect(() => joint.charge(route)).toThrow('upstream requests');
    const audience = new JoinedAudience(joined);
    audience.join(new Operation({ maxRequests: 2 }), route);
    expect(() => audience.charge(route)).toThrow('upstream requests');
  });
});

describe('an audience that others join', () => {
  it('waits with them, and tells them all that the first was told', () => {
    const [first, second, spent] = [1, 1, 0].map((maxRequests) => new Operation({ maxRequests })) as [
      Operation,
      Operation,
      Operation,
    ];
    const joined = new JoinedAudience(first);
    joined.charge(route);
    joined.join(second, route);
    expect(() => joined.join(spent, route)).toThrow('upstream requests');
    joined.noteRequest(request);
    joined.noteHit({ value: null, kind: 'content', at: 500, stage: 'fresh' });
    joined.uses('content', 700);
    expect([...joined.waiters]).toEqual([first, second]);
    expect([first, second].map(({ record }) => record.requests.length)).toEqual([1, 0]);
    joined.tell(second);
    expect(first.record).toMatchObject({ requests: [request], hits: 1 });
    expect(second.record).toMatchObject({ requests: [{ ...request, shared: true }], hits: 1 });
    const lifetimes = { content: { fresh: 1_000, stale: 0, spare: 0 } } as unknown as Lifetimes;
    const ends = [first, second].map(({ provenance }) => provenance.lifetime(lifetimes, 800).fresh);
    expect(ends).toEqual([1_500, 1_500]);
  });
});

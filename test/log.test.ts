import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLogObserver } from '../src/log.ts';
import type { LookEvent } from '../src/observer.ts';

afterEach(() => void vi.useRealTimers());

function recorded(level = 'info') {
  const lines: { level: number; msg: string; routes?: string[] }[] = [];
  const observer = createLogObserver(pino({ level }, { write: (line: string) => void lines.push(JSON.parse(line)) }));
  return { lines, observer };
}

const warn = 40;
const look = (...routes: string[]): LookEvent => ({
  step: 'done',
  changes: 0,
  failures: routes.map((route) => ({ route, error: new Error('WordPress did not answer in time.') })),
});

describe('the log', () => {
  it('warns of looks that fail once for an outage, and says when they work again', () => {
    const { lines, observer } = recorded();
    for (const event of [
      look(),
      look('a', 'b'),
      look('a', 'b'),
      look('b'),
      look('b', 'c'),
      look(),
      look(),
      look('a'),
    ]) {
      observer.look?.({ step: 'begun' });
      observer.look?.(event);
    }
    const [fails, works] = [
      'Looking for changes fails; each further look tries again',
      'Looking for changes works again',
    ];
    expect(lines.map(({ level, msg, routes }) => [level, msg, routes])).toEqual([
      [warn, fails, ['a', 'b']],
      [warn, works, ['a']],
      [warn, fails, ['c']],
      [warn, works, ['b', 'c']],
      [warn, fails, ['a']],
    ]);
  });

  it('tells once a minute of what may fail for each of many requests', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { lines, observer } = recorded();
    const fail = () => {
      observer.refresh?.({ what: 'look-up', step: 'failed', failure: { code: 'UPSTREAM_TIMEOUT' } });
      observer.overload?.({ route: '/wp/v2/posts', most: 10 });
      observer.redis?.({ step: 'unreadable' });
    };
    for (let turn = 0; turn < 100; turn++) fail();
    expect(lines).toHaveLength(3);
    vi.advanceTimersByTime(60_000);
    fail();
    expect(lines).toHaveLength(6);
  });

  it('tells of each property once an hour that its values are left out, however many documents have them', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { lines, observer } = recorded();
    const drop = (property: string, route = '/wp/v2/posts') =>
      observer.dropped?.({ route, property, promised: 'a number', came: 'a text' });
    for (let turn = 0; turn < 100; turn++) for (const property of ['acf.a', 'acf.b']) drop(property);
    drop('acf.a', '/wp/v2/pages');
    expect(lines.map(({ msg, ...line }) => [msg, line])).toMatchObject([
      [
        expect.stringMatching(/left out/),
        { route: '/wp/v2/posts', property: 'acf.a', promised: 'a number', came: 'a text' },
      ],
      [expect.any(String), { property: 'acf.b' }],
      [expect.any(String), { route: '/wp/v2/pages', property: 'acf.a' }],
    ]);
    vi.advanceTimersByTime(3_600_001);
    drop('acf.a');
    expect(lines).toHaveLength(4);
  });

  it('is as quiet as its level', () => {
    const { lines, observer } = recorded('warn');
    observer.refresh?.({ what: 'answer', step: 'failed' });
    observer.redis?.({ step: 'gap' });
    observer.redis?.({ step: 'away', reason: 'ECONNREFUSED' });
    observer.redis?.({ step: 'back' });
    expect(lines.map(({ msg }) => msg)).toEqual([
      'Redis is away: serving from memory and WordPress until it is back',
      'Redis is back',
    ]);
  });

  it('warns once of what a site does not tell of itself', () => {
    const { lines, observer } = recorded();
    observer.untold?.({ routes: ['/wp/v2/types'] });
    expect(lines).toMatchObject([{ level: warn, routes: ['/wp/v2/types'], msg: expect.stringMatching(/by default/) }]);
  });

  it('says once what takes a service account and how to have it, and of one that is refused what the site says', () => {
    const { lines, observer } = recorded('warn');
    for (let turn = 0; turn < 3; turn++) {
      observer.closed?.({ privilege: 'menus', reason: 'no account' });
      observer.closed?.({ privilege: 'blocks', reason: 'not listed' });
      for (const route of ['/wp/v2/menus', '/wp/v2/menu-items'])
        observer.closed?.({ privilege: 'menus', reason: 'refused', route, status: 401, message: 'Unknown username.' });
      observer.closed?.({ privilege: 'settings', reason: 'refused', route: 'x', status: 403, message: 'Sorry.' });
    }
    expect(lines.map(({ msg }) => msg)).toEqual([
      'A client asks for the menus of classic themes, which the site shows to its editors only: to open it, set serviceAccount (PRESSGRAPH_SERVICE_ACCOUNT)',
      'A client asks for the blocks of content as they are stored, which the site shows to its editors only: to open it, name "blocks" in serviceAccountOpens (--service-account-opens)',
      'The site does not accept serviceAccount (PRESSGRAPH_SERVICE_ACCOUNT): of the menus of classic themes, clients get none of it. Check login and application password, and that the web server of the site hands on the header Authorization',
      'The user of serviceAccount (PRESSGRAPH_SERVICE_ACCOUNT) may not read language, formats, reading options of the site: clients get none of it. It takes the role Administrator',
    ]);
    expect(lines[2]).toMatchObject({ reason: 'Unknown username.', status: 401 });
  });

  it('says once of an account that may edit some content only what clients get of the rest, and what it takes', () => {
    const { lines, observer } = recorded('warn');
    for (const route of ['/wp/v2/posts', '/wp/v2/pages'])
      observer.closed?.({ privilege: 'blocks', reason: 'withheld', route });
    observer.closed?.({ privilege: 'blocks', reason: 'refused', route: 'x', status: 403, message: 'Sorry.' });
    expect(lines).toMatchObject([
      {
        level: warn,
        route: '/wp/v2/posts',
        msg: 'The user of serviceAccount (PRESSGRAPH_SERVICE_ACCOUNT) may not read all of the blocks of content as they are stored: for the rest, clients get those of the rendered HTML, as far as its markup tells. It takes the role Editor',
      },
    ]);
  });
});

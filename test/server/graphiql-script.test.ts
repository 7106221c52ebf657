import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { loadGraphiqlFiles } from '../../src/server/graphiql-files.ts';
import type { PageOptions, PageWindow } from '../../src/server/graphiql-page.ts';
import { graphiqlScript } from '../../src/server/graphiql-script.ts';

/** As much of a bundle as there has to be. */
const bundle = `var h={title:"History",icon:1};
plugins:[r];
a&&b&&!(b instanceof HTMLTextAreaElement)&&(a.focus(),a.select());
const {actions:g}=s.getState();return g.storeTabs({activeTabIndex:i,tabs:t}),s;
`;

const options: PageOptions = { title: 'pressgraph', logo: '<svg/>', defaultQuery: '{ site { name } }' };

interface Rendered {
  readonly variables?: string;
  readonly storage: PageWindow['localStorage'];
}

/** Runs the page's program as a browser gets it: on its own. */
function openPage(address: string) {
  const kept = new Map<string, string>();
  const written: string[] = [];
  const listeners: ((event: { detail: object }) => void)[] = [];
  let rendered: Rendered | undefined;
  const window = {
    location: { href: address, pathname: new URL(address).pathname },
    history: { state: null, replaceState: (_state: unknown, _title: string, link: string) => written.push(link) },
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
      clear: () => kept.clear(),
      length: 0,
    },
    document: { querySelector: () => 'root' },
    YogaGraphiQL: {
      renderYogaGraphiQL(_root: unknown, given: Rendered) {
        rendered = given;
      },
    },
    addEventListener: (_name: string, listener: (event: { detail: object }) => void) => listeners.push(listener),
  };
  const program = graphiqlScript(bundle).split('\n').slice(bundle.split('\n').length).join('\n');
  runInNewContext(`${program}\nstartGraphiql(window, ${JSON.stringify(options)});`, { window, URL, URLSearchParams });
  return { kept, written, listeners, rendered: rendered as unknown as Rendered };
}

describe("GraphiQL's script", () => {
  it("is Yoga's bundle, as it is installed, taught what its options cannot say", async () => {
    const text = String(Buffer.from(await (await loadGraphiqlFiles())['graphiql.js'].load()));
    expect(text).toMatch(/plugins:\[\w+,\w+\]/);
    expect(text).toContain('.closest(".graphiql-explorer-root:hover")');
    expect(text).toContain('new CustomEvent("graphiql-store"');
    expect(text).toContain('startGraphiql');
  });

  it.each([
    ['a plugin list', 'plugins:[r]', 'plugins'],
    ['a history', '"History"', 'history'],
    ['an explorer', 'HTMLTextAreaElement', 'explorer'],
    ['a state', 'storeTabs', 'state'],
  ])('is not made of a bundle without %s, or with two', (_what, part, word) => {
    expect(() => graphiqlScript(bundle.replace(part, ''))).toThrow(new RegExp(`has none: .*(${word}|history)`));
    expect(() => graphiqlScript(bundle + bundle)).toThrow('has 2');
  });

  it('begins with the variables of its link, or none, or those of the last visit', () => {
    expect(openPage('http://a.test/graphql?query={a}&variables={"b":1}').rendered).toMatchObject({
      variables: '{"b":1}',
    });
    expect(openPage('http://a.test/graphql?query={a}').rendered).toMatchObject({ variables: '' });
    expect(openPage('http://a.test/graphql').rendered).not.toHaveProperty('variables');
    expect(openPage('http://a.test/api/graph').rendered).toMatchObject({ ...options, endpoint: '/api/graph' });
  });

  it.each(['graphiql:queries', 'graphiql:favorites', 'graphiql:tabState'])('keeps no headers in %s', (key) => {
    const { kept, rendered } = openPage('http://a.test/graphql');
    const value = JSON.stringify({ tabs: [{ query: '{ a }', headers: '{"Authorization": "hunter2"}' }] });
    rendered.storage.setItem(key, value);
    expect(kept.get(key)).toBe(JSON.stringify({ tabs: [{ query: '{ a }', headers: null }] }));
    expect(rendered.storage.getItem(key)).toBe(value);
    rendered.storage.removeItem(key);
    expect(rendered.storage.getItem(key)).toBeNull();
  });

  it('keeps a query that speaks of headers as it is, and never what is in their editor', () => {
    const { kept, rendered } = openPage('http://a.test/graphql');
    rendered.storage.setItem('graphiql:query', '{ a(b: "\\"headers\\"") }');
    rendered.storage.setItem('graphiql:headers', '{"Authorization": "hunter2"}');
    expect([...kept.values()]).toEqual(['{ a(b: "\\"headers\\"") }', '']);
  });

  it('writes its address once something is edited, and leaves out what is too long', () => {
    const { written, listeners } = openPage('http://a.test/graphql?x=1');
    let state = { tabs: [{ query: '{ a }', variables: '', operationName: null as string | null }], activeTabIndex: 0 };
    let tell: (now: typeof state) => void = () => undefined;
    const store = {
      getState: () => state,
      subscribe(listener: typeof tell) {
        tell = listener;
      },
    };
    for (const listener of listeners) listener({ detail: store });
    const edit = (tab: object) => {
      state = { ...state, tabs: [{ ...state.tabs[0], ...tab } as (typeof state.tabs)[0]] };
      tell(state);
    };
    edit({ response: 'none of the link' });
    expect(written).toEqual([]);
    edit({ query: 'query A { a }', variables: '{}', operationName: 'A', headers: 'hunter2' });
    edit({ query: 'a'.repeat(8_000) });
    expect(written).toEqual([
      'http://a.test/graphql?x=1&query=query+A+%7B+a+%7D&variables=%7B%7D&operationName=A',
      'http://a.test/graphql',
    ]);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { PressgraphError } from '../../../src/errors.ts';
import { EventLoop } from '../../../src/event-loop.ts';
import { PlainTextReader } from '../../../src/graph/fields/plain-text.ts';
import { LazyParser, TextConversions } from '../../../src/graph/fields/text-conversions.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

const open: Graph[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
/** Some ten pieces. */
const long = `<p>${'word '.repeat(32_000)}</p>`;
const longText = 'word '.repeat(32_000).trim();

/**
 * Conversions of several operations in one event loop, which has been worked in for long enough in this turn. Each piece takes a
 * millisecond, on whatever machine.
 */
async function conversionsOf(...operations: Operation[]): Promise<TextConversions[]> {
  const eventLoop = new EventLoop();
  const parser = new LazyParser();
  await parser.load();
  vi.useFakeTimers({ toFake: ['performance'] });
  const { readOn } = PlainTextReader.prototype;
  vi.spyOn(PlainTextReader.prototype, 'readOn').mockImplementation(function (this: PlainTextReader) {
    vi.advanceTimersByTime(1);
    return readOn.call(this);
  });
  eventLoop.isDue();
  vi.advanceTimersByTime(11);
  return operations.map(({ budget }) => new TextConversions({ parser, eventLoop, asker: budget }));
}

const anOperation = () => new Operation({ maxRequests: 1 });

describe('the texts of an operation', () => {
  it('are the same as one by one, in whatever order they come', async () => {
    const conversions = new TextConversions({
      parser: new LazyParser(),
      eventLoop: new EventLoop(),
      asker: anOperation().budget,
    });
    const htmls = [long, 'plain', '<b>a</b>', long, 'a &amp; b'];
    const texts = await Promise.all(htmls.map((html, index) => conversions.plainText(`text ${index}`, html)));
    expect(texts).toEqual([longText, 'plain', 'a', longText, 'a & b']);
    await nextTurn();
    expect(conversions.plainText('text', '<b>b</b>')).toBe('b');
  });

  it('give way to others', async () => {
    const [conversions] = (await conversionsOf(anOperation())) as [TextConversions];
    const order: string[] = [];
    const texts = Array.from({ length: 30 }, (_, index) => conversions.plainText(`text ${index}`, long));
    expect(texts.every((text) => text instanceof Promise)).toBe(true);
    for (const [index, text] of texts.entries()) void Promise.resolve(text).then(() => order.push(`text ${index}`));
    setImmediate(() => order.push('another'));
    await Promise.all(texts);
    expect(order).toHaveLength(31);
    expect(order.indexOf('another')).toBeLessThan(15);
  });

  it('do not wait for all of those of another one', async () => {
    const [large, small] = (await conversionsOf(anOperation(), anOperation())) as [TextConversions, TextConversions];
    const order: string[] = [];
    const texts = [
      ...Array.from({ length: 20 }, (_, index) => ({ of: large, html: `${long}${index}`, name: `large ${index}` })),
      { of: small, html: '<b>a</b>', name: 'small' },
    ];
    await Promise.all(
      texts.map(({ of, html, name }) => Promise.resolve(of.plainText(name, html)).then(() => order.push(name))),
    );
    expect(order[0]).toBe('small');
    expect(order.slice(1)).toEqual(texts.slice(0, -1).map(({ name }) => name));
  });

  it('are made once, by however many names they are asked for, unless the HTML is another one', async () => {
    const [conversions] = (await conversionsOf(anOperation())) as [TextConversions];
    const begun = vi.spyOn(PlainTextReader.prototype, 'readOn');
    const texts = Array.from({ length: 30 }, () => conversions.plainText('Post 1 content', '<b>a</b>'));
    expect(new Set(await Promise.all(texts))).toEqual(new Set(['a']));
    expect(conversions.plainText('Post 1 content', '<b>a</b>')).toBe(texts[0]);
    expect(begun).toHaveBeenCalledTimes(1);
    expect(await conversions.plainText('Post 1 content', '<b>b</b>')).toBe('b');
  });

  it('are made no further once it is over', async () => {
    const client = new AbortController();
    const [ended, left] = [anOperation(), new Operation({ maxRequests: 1, signal: client.signal })];
    const [first, second] = (await conversionsOf(ended, left)) as [TextConversions, TextConversions];
    const texts = [first, second].flatMap((conversions) =>
      ['a', 'b'].map((name) => Promise.resolve(conversions.plainText(name, long))),
    );
    const outcome = Promise.allSettled(texts);
    const read = vi.spyOn(PlainTextReader.prototype, 'readOn');
    ended.budget.end(new PressgraphError('OPERATION_TOO_LARGE', 'Too large.'));
    client.abort();
    const reasons = (await outcome).map((result) => result.status === 'rejected' && result.reason.message);
    expect(reasons).toEqual(['Too large.', 'Too large.', 'The client has gone.', 'The client has gone.']);
    expect(read).not.toHaveBeenCalled();
    expect(() => second.plainText('c', '<b>c</b>')).toThrow('The client has gone.');
  });
});

describe('an operation that asks for each of many long texts thirty times', () => {
  const posts = Array.from({ length: 60 }, (_, index) => ({
    id: index + 1,
    date: '2026-01-01T00:00:00',
    content: { rendered: `<p>${index}</p>${long}`, protected: false },
  }));
  const names = Array.from({ length: 30 }, (_, index) => `a${index}: content(format: TEXT)`).join(' ');
  const query = `{ posts(first: 60) { nodes { ${names} } } }`;

  async function graphOf(maxAnswerBytes: number, documents: number): Promise<Graph> {
    const site = scriptedSite(({ route }) => (route === '/wp/v2/posts' ? list(posts.slice(0, documents)) : undefined));
    const graph = await openGraph(site, { settings: { maxAnswerBytes } });
    open.push(graph);
    return graph;
  }

  it('has each made once', async () => {
    const graph = await graphOf(100_000_000, 3);
    const read = vi.spyOn(PlainTextReader.prototype, 'readOn');
    const { posts: page } = await graph.data(query);
    const texts = page.nodes.map((node: object) => [...new Set(Object.values(node))]);
    expect(texts.flat().sort()).toEqual([0, 1, 2].map((index) => `${index}\n\n${longText}`));
    expect(texts).toHaveLength(3);
    expect(read.mock.calls.length).toBeLessThanOrEqual(30);
  });

  it('has none made any more when its answer is too large', async () => {
    const graph = await graphOf(1_000_000, 60);
    const read = vi.spyOn(PlainTextReader.prototype, 'readOn');
    const { errors } = await graph.run(query);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['OPERATION_TOO_LARGE']);
    const { length } = read.mock.calls;
    expect(length).toBeLessThan(300);
    for (let turn = 0; turn < 5; turn++) await nextTurn();
    expect(read.mock.calls.length).toBeLessThanOrEqual(length);
  });
});

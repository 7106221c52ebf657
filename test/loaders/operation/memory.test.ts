import { describe, expect, it } from 'vitest';
import { Memory } from '../../../src/loaders/operation/memory.ts';
import { everything } from '../../../src/store/change.ts';
import { absent, learned } from '../../../src/store/known-document.ts';
import type { RestDocument } from '../../../src/wordpress/documents.ts';
import { Properties } from '../../../src/wordpress/properties.ts';

const posts = '/wp/v2/posts';
const body = (text: string, isProtected?: boolean) =>
  ({ id: 1, title: 'Title', content: { rendered: text, protected: isProtected } }) as unknown as RestDocument;
const part = { id: 1, content: { protected: true } } as unknown as RestDocument;
const sofar = { id: 1, title: 'Title' } as unknown as RestDocument;
const all = Properties.of('id', 'title', 'content');

describe('a document of which a part is on its way', () => {
  it.each([
    ['before', 1_000],
    ['long after', 100_000],
  ])('has it still when another part of the same property was learned %s', async (_when, at) => {
    const memory = new Memory();
    const lessons = [
      { ...learned(sofar, all, 50_000), whole: Promise.resolve(body('Body', false)) },
      learned(part, Properties.of('id', 'content.protected'), at),
    ];
    for (const lesson of lessons) memory.learnDocument(posts, 1, lesson);
    const known = memory.document(posts, 1, Properties.of('title', 'content'));
    expect(await known?.whole).toEqual(body('Body', at > 50_000));
  });

  it('is not waited for once the whole has been learned anew', () => {
    const memory = new Memory();
    const whole = Promise.reject(new Error('The rest does not come.'));
    whole.catch(() => undefined);
    memory.learnDocument(posts, 1, { ...learned(sofar, all, 50_000), whole });
    memory.learnDocument(posts, 1, learned(body('New', true), all, 60_000));
    const known = memory.document(posts, 1, Properties.of('content'));
    expect(known?.document).toEqual(body('New', true));
    expect(known?.whole).toBeUndefined();
  });
});

describe('the memory of an operation', () => {
  const pages = '/wp/v2/pages';
  const title = (id: number, text = `Title ${id}`) => ({ id, title: text }) as unknown as RestDocument;
  const titled = Properties.of('id', 'title');
  const list = Promise.resolve({ documents: [], total: 0, totalPages: 0 });

  function filled(): Memory {
    const memory = new Memory();
    for (const id of [1, 2]) memory.learnDocument(posts, id, learned(title(id), titled, 1));
    memory.learnDocument(`${posts} edit`, 1, learned(title(1, 'Raw'), titled, 1));
    memory.learnDocument(pages, 1, absent(1));
    memory.learnList(posts, 'newest', list);
    memory.learnList(pages, 'newest', list);
    return memory;
  }
  const known = (memory: Memory) => ({
    posts: [1, 2].filter((id) => memory.document(posts, id, titled)),
    edited: [1].filter((id) => memory.document(`${posts} edit`, id, titled)),
    pages: [1].filter((id) => memory.document(pages, id, titled)),
    lists: [posts, pages].filter((route) => memory.list(route, 'newest')),
  });

  it('has what it has learned, and knows what it has not', () => {
    const memory = filled();
    expect(known(memory)).toEqual({ posts: [1, 2], edited: [1], pages: [1], lists: [posts, pages] });
    expect(memory.document(posts, 1, Properties.of('slug'))).toBeUndefined();
    expect(memory.document(pages, 1, titled)?.document).toBeNull();
  });

  it.each([
    ['a document', { route: posts, ids: [1] }, { posts: [2], edited: [], pages: [1], lists: [pages] }],
    ['a collection', { route: posts }, { posts: [], edited: [], pages: [1], lists: [pages] }],
    [
      'what has vanished',
      { route: posts, ids: [], kept: [1] },
      { posts: [1], edited: [1], pages: [1], lists: [pages] },
    ],
    ['everything', everything, { posts: [], edited: [], pages: [], lists: [] }],
  ])('forgets what a change has made worthless: %s', (_what, change, left) => {
    const memory = filled();
    memory.forget(change);
    expect(known(memory)).toEqual(left);
  });
});

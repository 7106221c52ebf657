import { describe, expect, it } from 'vitest';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { learned } from '../../../src/store/known-document.ts';
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
    const operation = new Operation({ maxRequests: 1 });
    const lessons = [
      { ...learned(sofar, all, 50_000), whole: Promise.resolve(body('Body', false)) },
      learned(part, Properties.of('id', 'content.protected'), at),
    ];
    for (const lesson of lessons) operation.learn(posts, 1, lesson);
    const known = operation.document(posts, 1, Properties.of('title', 'content'));
    expect(await known?.whole).toEqual(body('Body', at > 50_000));
  });

  it('is not waited for once the whole has been learned anew', () => {
    const operation = new Operation({ maxRequests: 1 });
    const whole = Promise.reject(new Error('The rest does not come.'));
    whole.catch(() => undefined);
    operation.learn(posts, 1, { ...learned(sofar, all, 50_000), whole });
    operation.learn(posts, 1, learned(body('New', true), all, 60_000));
    const known = operation.document(posts, 1, Properties.of('content'));
    expect(known?.document).toEqual(body('New', true));
    expect(known?.whole).toBeUndefined();
  });
});

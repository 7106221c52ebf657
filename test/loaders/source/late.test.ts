import { describe, expect, it } from 'vitest';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { awaitRest, restOf } from '../../../src/loaders/source/late.ts';
import { learned } from '../../../src/store/known-document.ts';
import type { RestDocument } from '../../../src/wordpress/documents.ts';
import { Properties } from '../../../src/wordpress/properties.ts';

const posts = '/wp/v2/posts';
const body = (text: string, isProtected?: boolean) =>
  ({ id: 1, title: 'Title', content: { rendered: text, protected: isProtected } }) as unknown as RestDocument;
const part = { id: 1, content: { protected: true } } as unknown as RestDocument;

describe('a document of which a part is on its way', () => {
  it.each([
    ['before', 1_000],
    ['long after', 100_000],
  ])('has it still when another part of the same property was learned %s', async (_when, at) => {
    const operation = new Operation({ maxRequests: 1 });
    const early = { id: 1, title: 'Title' } as unknown as RestDocument;
    awaitRest([early], Promise.resolve(new Map([[1, body('Body', false)]])));
    const lessons = [
      learned(early, Properties.of('id', 'title', 'content'), 50_000),
      learned(part, Properties.of('id', 'content.protected'), at),
    ];
    for (const lesson of lessons) operation.learn(posts, 1, lesson);
    const document = operation.document(posts, 1, Properties.of('title', 'content'))?.document;
    expect(document && (await restOf(document))).toEqual(body('Body', at > 50_000));
  });

  it('is not waited for once the whole has been learned anew', () => {
    const operation = new Operation({ maxRequests: 1 });
    const early = { id: 1, title: 'Title' } as unknown as RestDocument;
    awaitRest([early], Promise.reject(new Error('The rest does not come.')));
    operation.learn(posts, 1, learned(early, Properties.of('id', 'title', 'content'), 50_000));
    operation.learn(posts, 1, learned(body('New', true), Properties.of('id', 'title', 'content'), 60_000));
    const document = operation.document(posts, 1, Properties.of('content'))?.document;
    expect(document).toEqual(body('New', true));
    expect(document && restOf(document)).toBeUndefined();
  });
});

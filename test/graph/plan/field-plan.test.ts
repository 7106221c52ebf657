import type { GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { GraphContext } from '../../../src/graph/context.ts';
import { link } from '../../../src/graph/fields/addresses.ts';
import { excerpt } from '../../../src/graph/fields/excerpts.ts';
import { isProtected } from '../../../src/graph/fields/texts.ts';
import { GraphNode } from '../../../src/graph/node.ts';
import type { Resolve } from '../../../src/graph/plan/field-plan.ts';
import type { PostDocument } from '../../../src/wordpress/documents.ts';
import { coreSite, type Resource } from '../../../src/wordpress/resources.ts';
import { resourceOfType } from '../../../src/wordpress/site.ts';

const posts = resourceOfType(coreSite, 'post') as Resource;
const document: PostDocument = { id: 1, link: 'https://site.test/1', content: { protected: true } };
const asHtml = { format: 'HTML' } as const;

function resolved<Args, Out>(
  { value }: { value: Resolve<GraphNode, Args, Out> },
  args: Args,
  whole?: Promise<PostDocument>,
): Out {
  return value(new GraphNode(posts, { document, whole }), args, {} as GraphContext, {} as GraphQLResolveInfo);
}

describe('the value of a field', () => {
  it('waits for what is deferred where it reads that', async () => {
    const whole = Promise.resolve({ ...document, excerpt: { rendered: 'short' } });
    const value = resolved(excerpt, asHtml, whole);
    expect(value).toBeInstanceOf(Promise);
    expect(await value).toBe('short');
  });

  it('waits for nothing where it reads what has come', () => {
    const never = new Promise<PostDocument>(() => undefined);
    expect(resolved(link, {}, never)).toBe('https://site.test/1');
    // Whether a body is protected is never deferred.
    expect(resolved(isProtected, {}, never)).toBe(true);
    expect(resolved(excerpt, asHtml)).toBeNull();
  });

  it('fails with what was deferred', async () => {
    await expect(resolved(excerpt, asHtml, Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });
});

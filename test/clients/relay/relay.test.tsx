import './window.ts';
import { type ReactNode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { RelayEnvironmentProvider } from 'react-relay';
import { createOperationDescriptor, fetchQuery, type GraphQLTaggedNode, getRequest } from 'relay-runtime';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { tooMuchText } from '../refused-queries.ts';
import { watchRequests } from '../sent-requests.ts';
import type { queriesAnythingQuery } from './__generated__/queriesAnythingQuery.graphql.ts';
import type { queriesDetailsQuery } from './__generated__/queriesDetailsQuery.graphql.ts';
import type { queriesHeadlineQuery } from './__generated__/queriesHeadlineQuery.graphql.ts';
import type { queriesPartlyRefusedQuery } from './__generated__/queriesPartlyRefusedQuery.graphql.ts';
import type { queriesSearchQuery } from './__generated__/queriesSearchQuery.graphql.ts';
import { makeEnvironment } from './environment.ts';
import { NewestPosts } from './newest-posts.tsx';
import { OldestPosts } from './oldest-posts.tsx';
import { PostTitle } from './post-title.tsx';
import { Anything, Details, Headline, PartlyRefused, Search } from './queries.ts';

const endpoint = inject('endpoint');

/** Draws a component, and gives what a visitor sees and clicks. */
function show(component: ReactNode) {
  const element = document.createElement('main');
  const root = createRoot(element);
  onTestFinished(() => root.unmount());
  root.render(
    <RelayEnvironmentProvider environment={makeEnvironment(endpoint)}>
      <Suspense>{component}</Suspense>
    </RelayEnvironmentProvider>,
  );
  return {
    texts: (selector: string) => [...element.querySelectorAll(selector)].map(({ textContent }) => textContent),
    click: () => element.querySelector('button')?.click(),
  };
}

/** Clicks for more as long as there is a button that offers it. */
async function showAllPages(component: ReactNode) {
  const { texts, click } = show(component);
  for (const count of [25, 50, 60]) {
    await expect.poll(() => texts('li').length).toBe(count);
    click();
  }
  expect(texts('button')).toEqual([]);
  return texts('li');
}

describe('Relay in React', () => {
  it('appends page by page', async () => {
    const sent = watchRequests();
    const titles = await showAllPages(<NewestPosts />);
    expect(titles[0]).toBe('October’s last plum — & what to do with it');
    expect(sent).toHaveLength(3);
  });

  it('prepends page by page, to the same list', async () => {
    expect(await showAllPages(<OldestPosts />)).toEqual(await showAllPages(<NewestPosts />));
  });

  it('refetches a fragment by the id of its node', async () => {
    const sent = watchRequests();
    const { texts, click } = show(<PostTitle slug="octobers-last-plum" />);
    await expect.poll(() => texts('button')).toEqual(['October&#8217;s last plum &#8212; &#038; what to do with it']);
    click();
    await expect.poll(() => texts('button')).toEqual(['October’s last plum — & what to do with it']);
    expect(sent[1]?.body).toMatchObject({ operationName: 'postTitleRefetch', variables: { id: 'UG9zdDoyNjA=' } });
  });
});

describe('the runtime of Relay', () => {
  it('keeps what two queries read of one object together', async () => {
    const environment = makeEnvironment(endpoint);
    const variables = { by: { databaseId: 260 } };
    const kept = (query: GraphQLTaggedNode) => {
      const operation = createOperationDescriptor(getRequest(query), variables);
      environment.retain(operation);
      return () => [environment.check(operation).status, environment.lookup(operation.fragment).data];
    };
    const [headline, details] = [kept(Headline), kept(Details)];
    const first = await fetchQuery<queriesHeadlineQuery>(environment, Headline, variables).toPromise();
    const second = await fetchQuery<queriesDetailsQuery>(environment, Details, variables).toPromise();
    expect(first?.post?.author?.name).toBe('Yannis Karellas');
    expect(second?.post?.featuredMedia?.sizes?.length).toBeGreaterThan(1);
    expect(headline()).toEqual(['available', first]);
    expect(details()).toEqual(['available', second]);
  });

  it('reads fragments on interfaces', async () => {
    const ids = ['UG9zdDoyNjA=', 'UGFnZTo0MDY=', 'TWVkaWE6MzEy', 'Q2F0ZWdvcnk6OA==', 'VGFnOjM1'];
    const data = await fetchQuery<queriesAnythingQuery>(makeEnvironment(endpoint), Anything, { ids }).toPromise();
    const [post, page, media, category, tag] = data?.nodes ?? [];
    for (const content of [post, page, media]) expect(content).toMatchObject({ title: expect.any(String) });
    for (const term of [category, tag])
      expect(term).toMatchObject({ name: expect.any(String), count: expect.any(Number) });
  });

  it('gives what there is where a part is refused', async () => {
    const environment = makeEnvironment(endpoint);
    const data = await fetchQuery<queriesPartlyRefusedQuery>(environment, PartlyRefused, {}).toPromise();
    expect(data?.post).toEqual({ databaseId: 260, content: null });
  });

  it('throws where nothing came, and says why', async () => {
    const asked = fetchQuery<queriesSearchQuery>(makeEnvironment(endpoint), Search, { text: tooMuchText }).toPromise();
    await expect(asked).rejects.toMatchObject({
      source: { errors: [{ extensions: { code: 'OPERATION_TOO_LARGE' } }] },
    });
  });

  it('lets go of a query that nobody waits for', async () => {
    const sent = watchRequests();
    const asked = fetchQuery<queriesPartlyRefusedQuery>(makeEnvironment(endpoint), PartlyRefused, {}).subscribe({});
    asked.unsubscribe();
    await expect(sent[0]?.status).rejects.toMatchObject({ name: 'AbortError' });
  });
});

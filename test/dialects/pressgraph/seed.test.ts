import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

/** The document that the project started from: a site below `index.php`, whose links name another host. */
const seed = JSON.parse(readFileSync(new URL('../../fixtures/seed-post.json', import.meta.url), 'utf8'));

describe('the seed document', () => {
  let graph: Graph;
  beforeAll(async () => {
    const site = scriptedSite(({ route, query }) => {
      if (route === '/wp/v2/posts') return list([seed]);
      if (route === '/wp/v2/users')
        return list([
          { id: 1, name: 'Desk', slug: 'desk', link: 'https://dailywashingtoninsider.com/index.php/author/desk/' },
        ]);
      if (route === '/wp/v2/media')
        return list(
          query.get('parent')
            ? []
            : [{ id: 3519, source_url: 'https://dailywashingtoninsider.com/wp-content/uploads/2024/05/image.jpg' }],
        );
      if (route === '/wp/v2/categories') return list([{ id: 23, name: 'World', slug: 'world' }]);
      return undefined;
    }, '/index.php/wp-json');
    graph = await openGraph(site);
  });
  afterAll(() => graph.close());

  it('comes out whole: every field and every link', async () => {
    const { post } = await graph.data(`{
      post(by: { databaseId: 3518 }) {
        databaseId date dateGmt guid modified modifiedGmt slug status type link uri title content excerpt isProtected
        author { databaseId name } featuredMedia { databaseId sourceUrl } commentStatus pingStatus sticky template format meta
        categories { databaseId name } tags { name } classList
        restUrl allowedMethods contentType { name restRoute } comments { totalCount nodes { id } } revisionCount attachments { nodes { id } }
      }
    }`);
    expect(post).toEqual({
      databaseId: seed.id,
      date: seed.date,
      dateGmt: `${seed.date_gmt}.000Z`,
      guid: seed.guid.rendered,
      modified: seed.modified,
      modifiedGmt: `${seed.modified_gmt}.000Z`,
      slug: seed.slug,
      status: seed.status,
      type: seed.type,
      link: seed.link,
      uri: `/index.php/2024/05/16/${seed.slug}/`,
      title: seed.title.rendered,
      content: seed.content.rendered,
      excerpt: seed.excerpt.rendered,
      isProtected: false,
      author: { databaseId: seed.author, name: 'Desk' },
      featuredMedia: {
        databaseId: seed.featured_media,
        sourceUrl: 'https://dailywashingtoninsider.com/wp-content/uploads/2024/05/image.jpg',
      },
      commentStatus: seed.comment_status,
      pingStatus: seed.ping_status,
      sticky: seed.sticky,
      template: seed.template,
      format: seed.format,
      meta: seed.meta,
      categories: [{ databaseId: 23, name: 'World' }],
      tags: [],
      classList: seed.class_list,
      restUrl: seed._links.self[0].href,
      allowedMethods: seed._links.self[0].targetHints.allow,
      contentType: { name: 'post', restRoute: '/wp/v2/posts' },
      comments: { totalCount: 0, nodes: [] },
      revisionCount: seed._links['version-history'][0].count,
      attachments: { nodes: [] },
    });
  });

  it('is reached at the address that was configured, not at the one that it names', () => {
    expect(graph.requests.map(({ route }) => route)).toEqual(
      expect.arrayContaining(['/wp/v2/posts', '/wp/v2/users', '/wp/v2/media', '/wp/v2/categories', '/wp/v2/comments']),
    );
  });

  it('has its text in plain form, without the markup that its publisher left', async () => {
    const { post } = await graph.data(
      '{ post(by: { databaseId: 3518 }) { content(format: TEXT) title(format: TEXT) excerpt(format: TEXT) } }',
    );
    expect(post.content).not.toMatch(/<|data-uri|&nbsp;|&hellip;/);
    expect(post.excerpt).toContain('…');
  });
});

// Asserts that every site of the test bed is what it says it is.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { Magazine } from '../../../src/sample/magazine.ts';
import { sampleData } from './work-directory.ts';

const magazine: Magazine = JSON.parse(readFileSync(join(sampleData, 'magazine.json'), 'utf8'));
const published = magazine.posts.filter(({ status }) => status === 'publish').length;

async function read(url: string, authorization?: string): Promise<{ headers: Headers; body: Record<string, unknown> }> {
  const response = await fetch(url, authorization === undefined ? {} : { headers: { authorization } });
  expect(response.status, url).toBe(200);
  return { headers: response.headers, body: (await response.json()) as Record<string, unknown> };
}

describe.each(inject('wordpressSites'))('$name', (site) => {
  test('runs the version it says, at pretty addresses', async () => {
    expect(`${site.version}.`).toContain(`${site.generation}.`);
    const { body } = await read(`${site.restRoot}/`);
    expect(body).toMatchObject({ url: site.url, home: site.url, timezone_string: magazine.site.timezone });
    const feed = await (await fetch(`${site.url}/feed/`)).text();
    expect(feed).toContain(`<generator>https://wordpress.org/?v=${site.version}</generator>`);
  });

  test('has as many published posts as asked for', async () => {
    const { headers } = await read(`${site.restRoot}/wp/v2/posts?per_page=1`);
    const wanted = site.profile === 'large' ? Math.max(published, inject('wordpressPosts')) : published;
    expect(headers.get('x-wp-total')).toBe(`${wanted}`);
  });

  test('keeps ids, and pages have addresses of their own', async () => {
    const page = magazine.pages.find(({ status }) => status === 'publish');
    const { body } = await read(`${site.restRoot}/wp/v2/pages/${page?.id}`);
    expect(body.slug).toBe(page?.slug);
    const html = await fetch(String(body.link), { redirect: 'manual' });
    expect(html.status).toBe(200);
  });

  test('has types of its own, as many as a list of several pages needs where it is large', async () => {
    const { headers } = await read(`${site.restRoot}/wp/v2/books?per_page=1&pages_min=1`);
    // Of one a plugin has stored words for its number of pages, and of one nothing.
    expect(headers.get('x-wp-total')).toBe(site.profile === 'large' ? '130' : '10');
    const { body } = await read(`${site.restRoot}/wp/v2/books/601`);
    expect(body).toMatchObject({ genres: [62, 61], meta: { reader: ['Ada', 'Bo', 'Ada'] }, acf: { sequel: 602 } });
    expect(body._links).toMatchObject({ 'acf:term': [{ taxonomy: 'season' }, {}, {}] });
  });

  test('serves media with the sizes WordPress made', async () => {
    const { body } = await read(`${site.restRoot}/wp/v2/media/${magazine.media[0]?.id}`);
    const { sizes } = body.media_details as { sizes: Record<string, { source_url: string }> };
    const image = await fetch(sizes.thumbnail?.source_url ?? '');
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  test.each(Object.entries(site.users))('lets %s in', async (login, { role, applicationPassword }) => {
    const authorization = `Basic ${Buffer.from(`${login}:${applicationPassword}`).toString('base64')}`;
    const { body } = await read(`${site.restRoot}/wp/v2/users/me?context=edit`, authorization);
    expect(body).toMatchObject({ username: login, roles: [role] });
  });
});

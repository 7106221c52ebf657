import { afterEach, describe, expect, it } from 'vitest';
import { fieldsOf, type Graph, openGraph } from '../../support/graph.ts';
import { isSample, list, scriptedSite } from '../../support/scripted-site.ts';

const open: Graph[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

const uploads = 'https://site.test/wp-content/uploads';
const size = (width: number, height: number, name = `photo-${width}x${height}.jpg`) => ({
  file: name,
  width,
  height,
  mime_type: 'image/jpeg',
  source_url: `${uploads}/${name}`,
});

const photo = {
  id: 1,
  mime_type: 'image/jpeg',
  source_url: `${uploads}/photo.jpg`,
  media_details: {
    width: 2400,
    height: 1600,
    sizes: {
      thumbnail: size(150, 150),
      medium: size(300, 200),
      card: size(600, 300),
      large: size(1024, 683),
      broken: { ...size(1200, 800), source_url: false },
      full: { ...size(2400, 1600), source_url: `${uploads}/photo.jpg` },
    },
  },
};
const documents = [
  photo,
  {
    id: 2,
    mime_type: 'application/pdf',
    source_url: `${uploads}/plan.pdf`,
    media_details: { sizes: { full: size(232, 300) } },
  },
  { id: 3, mime_type: 'image/svg+xml', source_url: `${uploads}/logo.svg`, media_details: { width: 90, height: 60 } },
  { ...photo, id: 4, source_url: false },
  { ...photo, id: 5, mime_type: 'image/gif', source_url: `${uploads}/moving.gif` },
  { ...photo, id: 6, source_url: `${uploads}/photo-e1234567890123.jpg` },
  { id: 7, mime_type: 'image/jpeg', source_url: `${uploads}/bare.jpg`, media_details: [] },
  { id: 8, mime_type: false, source_url: ['x'], media_details: 'none' },
].map((document) => ({ date: '2026-01-01T00:00:00', status: 'inherit', type: 'attachment', ...document }));

async function graphOf(imageService = ''): Promise<Graph> {
  const site = scriptedSite(({ route, query }) => {
    if (route !== '/wp/v2/media' || isSample(query)) return undefined;
    const ids = query.get('include')?.split(',').map(Number);
    return list(documents.filter(({ id }) => !ids || ids.includes(id)));
  });
  const graph = await openGraph(site, { settings: { imageService } });
  open.push(graph);
  return graph;
}

async function ask(graph: Graph, id: number, ...fields: readonly string[]): Promise<unknown[]> {
  const named = fields.map((field, index) => `f${index}: ${field}`).join(' ');
  const { media } = await graph.data(`{ media(by: { databaseId: ${id} }) { ${named} } }`);
  return Object.values(media);
}

describe('the address of an image without a service', () => {
  it('is that of the smallest file that is large enough', async () => {
    const graph = await graphOf();
    const found = await ask(
      graph,
      1,
      'url',
      'url(width: 100)',
      'url(width: 300)',
      'url(width: 301)',
      'url(height: 683)',
      'url(width: 1025)',
      'url(width: 9000)',
      'url(width: 600, height: 200)',
      'url(width: 500, height: 250)',
      'url(width: 500, height: 250, fit: COVER)',
      'url(width: 140, height: 140, fit: COVER)',
      'url(width: 700, height: 100, fit: COVER)',
      'url(width: 100, format: AVIF, quality: 1)',
      'url(format: WEBP)',
    );
    expect(found.map((url) => String(url).replace(`${uploads}/`, ''))).toEqual([
      'photo.jpg',
      'photo-300x200.jpg',
      'photo-300x200.jpg',
      'photo-1024x683.jpg',
      'photo-1024x683.jpg',
      'photo.jpg',
      'photo.jpg',
      'photo-300x200.jpg',
      'photo-1024x683.jpg',
      'photo-600x300.jpg',
      'photo-150x150.jpg',
      'photo-1024x683.jpg',
      'photo-300x200.jpg',
      'photo-300x200.jpg',
    ]);
  });

  it.each([
    ['what is no image', 2, [`${uploads}/plan.pdf`, null, null]],
    ['a drawing', 3, [`${uploads}/logo.svg`, `${uploads}/logo.svg`, `${uploads}/logo.svg 90w`]],
    ['a file that nobody knows', 4, [null, null, null]],
    ['what moves', 5, [`${uploads}/moving.gif`, `${uploads}/moving.gif`, `${uploads}/moving.gif 2400w`]],
    [
      'one that was edited since',
      6,
      [
        `${uploads}/photo-e1234567890123.jpg`,
        `${uploads}/photo-e1234567890123.jpg`,
        `${uploads}/photo-e1234567890123.jpg 2400w`,
      ],
    ],
    ['one without measures', 7, [`${uploads}/bare.jpg`, `${uploads}/bare.jpg`, null]],
    ['values that are none', 8, [null, null, null]],
  ])('is that of %s', async (_what, id, expected) => {
    expect(await ask(await graphOf(), id, 'url', 'url(width: 100)', 'srcSet(widths: [90])')).toEqual(expected);
  });

  it('stands in a srcset with the width that the file has', async () => {
    const [set, usual] = await ask(await graphOf(), 1, 'srcSet(widths: [9000, 800, 100, 300, 700])', 'srcSet');
    expect(set).toBe(
      `${uploads}/photo-300x200.jpg 300w, ${uploads}/photo-1024x683.jpg 1024w, ${uploads}/photo.jpg 2400w`,
    );
    expect(usual).toBe(
      `${uploads}/photo.jpg 2400w, ${uploads}/photo-300x200.jpg 300w, ${uploads}/photo-1024x683.jpg 1024w`,
    );
  });
});

describe('the address of an image with a service', () => {
  it('is the one that the service is asked at', async () => {
    const graph = await graphOf('https://img.test/{width}x{height}/{fit}/{format}/{quality}/{path}');
    const at = (how: string) => `https://img.test/${how}/wp-content/uploads/photo.jpg`;
    expect(
      await ask(
        graph,
        1,
        'url',
        'url(width: 100)',
        'url(height: 800)',
        'url(width: 4, height: 3, fit: COVER, format: WEBP, quality: 9)',
        'srcSet(widths: [9000, 400, 400])',
      ),
    ).toEqual([
      `${uploads}/photo.jpg`,
      at('100x0/contain/auto/75'),
      at('1200x800/contain/auto/75'),
      at('4x3/cover/webp/9'),
      `${at('400x0/contain/auto/75')} 400w, ${at('2400x0/contain/auto/75')} 2400w`,
    ]);
  });

  it.each([
    ['what is no image', 2, [`${uploads}/plan.pdf`, null, null]],
    ['a drawing', 3, [`${uploads}/logo.svg`, `${uploads}/logo.svg`, `${uploads}/logo.svg 90w`]],
    ['a file that nobody knows', 4, [null, null, null]],
    [
      'one without measures',
      7,
      [
        `${uploads}/bare.jpg`,
        '/.netlify/images?url=https%3A%2F%2Fsite.test%2Fwp-content%2Fuploads%2Fbare.jpg&w=100&fit=contain',
        null,
      ],
    ],
  ])('is not asked of it for %s', async (_what, id, expected) => {
    expect(await ask(await graphOf('netlify'), id, 'url', 'url(width: 100)', 'srcSet(widths: [90])')).toEqual(expected);
  });
});

describe('arguments of an address', () => {
  it.each([
    ['url(width: 0)', 'Argument "width": 0 pixels are no measure of an image; give 1 to 10000.'],
    ['url(height: 10001)', 'Argument "height": 10001 pixels are no measure of an image; give 1 to 10000.'],
    ['url(quality: 101)', 'Argument "quality": 101 is none; give 1 to 100.'],
    ['srcSet(widths: [1, -1])', 'Argument "widths": -1 pixels are no measure of an image; give 1 to 10000.'],
    [`srcSet(widths: [${'1, '.repeat(31)}])`, 'Argument "widths": 31 are too many; give at most 30.'],
  ])('are refused where they are none: %s', async (field, message) => {
    const { errors } = await (await graphOf()).run(`{ media(by: { databaseId: 1 }) { ${field} } }`);
    expect(errors?.map((error) => [error.message, error.extensions?.code])).toEqual([[message, 'BAD_USER_INPUT']]);
  });

  it('cost no further request', async () => {
    const graph = await graphOf('netlify');
    await graph.data('{ mediaItems { nodes { url(width: 100) srcSet(widths: [1, 2]) width } } }');
    expect(
      graph.requests.map((request) =>
        fieldsOf(request).filter((field) => !['id', 'date', 'status', 'type'].includes(field)),
      ),
    ).toEqual([['media_details', 'mime_type', 'source_url']]);
  });
});

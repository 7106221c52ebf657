import { describe, expect, it } from 'vitest';
import { type ImageVariant, imageServiceIn } from '../src/image-service.ts';
import { settings } from '../src/settings.ts';

const source = new URL('https://site.test/blog/wp-content/uploads/2026/01/a%20b.jpg');
const encoded = 'https%3A%2F%2Fsite.test%2Fblog%2Fwp-content%2Fuploads%2F2026%2F01%2Fa%2520b.jpg';
const path = '/blog/wp-content/uploads/2026/01/a%20b.jpg';

const variant = (more: Partial<ImageVariant>): ImageVariant => ({
  width: undefined,
  height: undefined,
  fit: 'CONTAIN',
  format: 'AUTO',
  quality: undefined,
  ...more,
});
const narrow = variant({ width: 400 });
const box = variant({ width: 400, height: 300, fit: 'COVER', format: 'JPEG', quality: 60 });

describe('an image service', () => {
  it.each([
    [
      'cloudflare',
      `/cdn-cgi/image/width=400,fit=scale-down,format=auto/${source}`,
      `/cdn-cgi/image/width=400,height=300,fit=cover,quality=60,format=jpeg/${source}`,
    ],
    [
      'cloudflare=https://www.site.test/',
      `https://www.site.test/cdn-cgi/image/width=400,fit=scale-down,format=auto/${source}`,
      undefined,
    ],
    [
      'photon',
      `https://i0.wp.com/site.test${path}?w=400&ssl=1`,
      `https://i0.wp.com/site.test${path}?resize=400,300&quality=60&ssl=1`,
    ],
    [
      'imgix=https://x.imgix.net',
      `https://x.imgix.net${path}?w=400&fit=max&auto=format`,
      `https://x.imgix.net${path}?w=400&h=300&fit=crop&fm=jpg&q=60`,
    ],
    [
      'cloudinary=demo',
      `https://res.cloudinary.com/demo/image/fetch/c_limit,f_auto,q_auto,w_400/${encoded}`,
      `https://res.cloudinary.com/demo/image/fetch/c_fill,f_jpg,h_300,q_60,w_400/${encoded}`,
    ],
    [
      'cloudinary=https://img.site.test/demo/image/fetch',
      `https://img.site.test/demo/image/fetch/c_limit,f_auto,q_auto,w_400/${encoded}`,
      undefined,
    ],
    ['vercel', `/_vercel/image?url=${encoded}&w=400&q=75`, `/_vercel/image?url=${encoded}&w=400&q=60`],
    ['next=https://www.site.test', `https://www.site.test/_next/image?url=${encoded}&w=400&q=75`, undefined],
    [
      'netlify',
      `/.netlify/images?url=${encoded}&w=400&fit=contain`,
      `/.netlify/images?url=${encoded}&w=400&h=300&fit=cover&fm=jpg&q=60`,
    ],
    [
      'https://img.site.test/{width}x{height}/{fit}/{format}/{quality}/{source}',
      `https://img.site.test/400x0/contain/auto/75/${encoded}`,
      `https://img.site.test/400x300/cover/jpg/60/${encoded}`,
    ],
    ['/images/{path}?w={width}', `/images${path}?w=400`, `/images${path}?w=400`],
  ])('is asked as it wants to be: %s', (given, ofNarrow, ofBox) => {
    const service = imageServiceIn(given);
    expect(settings.imageService.parse(given)).toBe(given);
    expect(service?.(source, narrow)).toBe(ofNarrow);
    if (ofBox !== undefined) expect(service?.(source, box)).toBe(ofBox);
  });

  it.each([
    ['photon', variant({ width: 4, height: 3 }), `https://i0.wp.com/site.test${path}?fit=4,3&ssl=1`],
    ['netlify', variant({ height: 3, fit: 'COVER' }), `/.netlify/images?url=${encoded}&h=3&fit=contain`],
    [
      'cloudinary=demo',
      variant({ width: 4, fit: 'COVER' }),
      `https://res.cloudinary.com/demo/image/fetch/c_limit,f_auto,q_auto,w_4/${encoded}`,
    ],
    ['vercel', variant({ quality: 3 }), source.href],
    ['netlify', variant({ format: 'WEBP' }), `/.netlify/images?url=${encoded}&fit=contain&fm=webp`],
  ])('is asked for no more than it can do: %s', (given, asked, address) => {
    expect(imageServiceIn(given)?.(source, asked)).toBe(address);
  });

  it('is none where none is set', () => {
    expect(imageServiceIn('')).toBeUndefined();
    expect(settings.imageService.parse('')).toBe('');
  });

  it.each([
    ['imgx', 'must be cloudflare, photon, imgix'],
    ['imgix', 'must say where imgix is, as imgix=https://example.imgix.net'],
    ['cloudinary', 'must say where cloudinary is, as cloudinary=demo'],
    ['imgix=x.imgix.net', 'must name an address behind "imgix="'],
    ['netlify=https://user:word@site.test', 'must name an address behind "netlify="'],
    ['photon=https://i0.wp.com?x', 'must name an address behind "photon="'],
    ['cloudinary=a/b', 'must name an address behind "cloudinary="'],
    ['https://img.test/{witdh}/{source}', 'has {witdh} in its template, where only {source}, {path}, {width}'],
    ['https://img.test/{width}', 'must have {source} or {path} in its template'],
    ['ftp://img.test/{source}', 'must be cloudflare'],
    ['//img.test/{source}', 'must be cloudflare'],
    ['https://user:word@img.test/{source}', 'must be cloudflare'],
    ['https://img.test/{source}/{', 'must be cloudflare'],
    ['toString=x', 'must be cloudflare'],
  ])('is refused with what to do: %s', (given, fault) => {
    expect(settings.imageService.parse(given)).toBeUndefined();
    expect(settings.imageService.faultOf?.(given)).toContain(fault);
  });

  it('is no number', () => {
    expect(settings.imageService.parse(3)).toBeUndefined();
    expect(settings.imageService.faultOf?.(3)).toBeUndefined();
  });
});

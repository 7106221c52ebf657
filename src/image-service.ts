/**
 * The services that front ends use to make images of other sizes and formats, and how each wants to be asked: one table.
 * Knows addresses alone; signs none. What a service does with an image of which it cannot do something is its own.
 */

/** What an image is to be made into. */
export interface ImageVariant {
  /** In pixels; absent where it follows from the other. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Whether what does not fit into both is cut off, or all of the image is to be seen. */
  readonly fit: 'COVER' | 'CONTAIN';
  readonly format: 'AUTO' | 'AVIF' | 'WEBP' | 'JPEG' | 'PNG';
  /** 1 to 100; absent where it is left to the service. */
  readonly quality: number | undefined;
}

/** Writes the address at which a service makes a variant of an image. */
export type ImageService = (source: URL, variant: ImageVariant) => string;

interface Row {
  /** What stands behind `=` in the setting where nothing does; absent where something has to. */
  readonly base: string | undefined;
  readonly example: string;
  address(base: string, source: URL, variant: ImageVariant): string;
}

type Option = readonly [name: string, value: string | number | undefined];

const jpg = (format: ImageVariant['format']) => (format === 'JPEG' ? 'jpg' : format.toLowerCase());
const unlessAuto = (format: ImageVariant['format']) => (format === 'AUTO' ? undefined : jpg(format));
const isBox = ({ width, height }: ImageVariant) => width !== undefined && height !== undefined;

function options(separator: string, sign: string, ...given: readonly Option[]): string {
  return given.flatMap(([name, value]) => (value === undefined ? [] : [`${name}${sign}${value}`])).join(separator);
}

const query = (...given: readonly Option[]) => options('&', '=', ...given);

/** A service that wants each of a few widths, and crops nothing. */
const vercel = (path: string): Row => ({
  base: '',
  example: 'https://www.example.org',
  address: (base, source, { width, quality = 75 }) =>
    width === undefined
      ? source.href
      : `${base}${path}?${query(['url', encodeURIComponent(source.href)], ['w', width], ['q', quality])}`,
});

const services: Readonly<Record<string, Row>> = {
  // https://developers.cloudflare.com/images/transform-images/transform-via-url/
  cloudflare: {
    base: '',
    example: 'https://www.example.org',
    address: (base, source, { width, height, fit, format, quality }) => {
      const how = options(
        ',',
        '=',
        ['width', width],
        ['height', height],
        ['fit', fit === 'COVER' ? 'cover' : 'scale-down'],
        ['quality', quality],
        ['format', format.toLowerCase()],
      );
      return `${base}/cdn-cgi/image/${how}/${source.href}`;
    },
  },
  // https://developer.wordpress.com/docs/site-performance/photon/: it chooses the format itself.
  photon: {
    base: 'https://i0.wp.com',
    example: 'https://i0.wp.com',
    address: (base, source, variant) => {
      const { width, height, fit, quality } = variant;
      const box = isBox(variant) ? `${width},${height}` : undefined;
      const how = query(
        ...(box === undefined
          ? ([
              ['w', width],
              ['h', height],
            ] as const)
          : ([[fit === 'COVER' ? 'resize' : 'fit', box]] as const)),
        ['quality', quality],
        ['ssl', source.protocol === 'https:' ? 1 : undefined],
      );
      return `${base}/${source.host}${source.pathname}${how && `?${how}`}`;
    },
  },
  // https://docs.imgix.com/en-US/apis/rendering: a web folder at the root of the site's host.
  imgix: {
    base: undefined,
    example: 'https://example.imgix.net',
    address: (base, source, variant) => {
      const { width, height, fit, format, quality } = variant;
      const how = query(
        ['w', width],
        ['h', height],
        ['fit', fit === 'COVER' && isBox(variant) ? 'crop' : 'max'],
        format === 'AUTO' ? ['auto', 'format'] : ['fm', jpg(format)],
        ['q', quality],
      );
      return `${base}${source.pathname}?${how}`;
    },
  },
  // https://cloudinary.com/documentation/fetch_remote_images and .../transformation_reference
  cloudinary: {
    base: undefined,
    example: 'demo',
    address: (base, source, variant) => {
      const { width, height, fit, format, quality } = variant;
      const folder = /^https?:/.test(base) ? base : `https://res.cloudinary.com/${base}/image/fetch`;
      const how = options(
        ',',
        '_',
        ['c', fit === 'COVER' && isBox(variant) ? 'fill' : 'limit'],
        ['f', jpg(format)],
        ['h', height],
        ['q', quality ?? 'auto'],
        ['w', width],
      );
      return `${folder}/${how}/${encodeURIComponent(source.href)}`;
    },
  },
  // https://vercel.com/docs/image-optimization: it chooses the format itself.
  vercel: vercel('/_vercel/image'),
  next: vercel('/_next/image'),
  // https://docs.netlify.com/build/image-cdn/overview/: `cover` wants both measures.
  netlify: {
    base: '',
    example: 'https://www.example.org',
    address: (base, source, variant) => {
      const { width, height, fit, format, quality } = variant;
      const how = query(
        ['url', encodeURIComponent(source.href)],
        ['w', width],
        ['h', height],
        ['fit', fit === 'COVER' && isBox(variant) ? 'cover' : 'contain'],
        ['fm', unlessAuto(format)],
        ['q', quality],
      );
      return `${base}/.netlify/images?${how}`;
    },
  },
};

/** What a template of one's own may have in braces. */
const places: Readonly<Record<string, (source: URL, variant: ImageVariant) => string>> = {
  source: ({ href }) => encodeURIComponent(href),
  path: ({ pathname }) => pathname.replace(/^\//, ''),
  width: (_source, { width }) => String(width ?? 0),
  height: (_source, { height }) => String(height ?? 0),
  fit: (_source, { fit }) => fit.toLowerCase(),
  format: (_source, { format }) => jpg(format),
  quality: (_source, { quality }) => String(quality ?? 75),
};
const place = /\{([^{}]*)\}/g;

export const expectedService = `must be ${Object.keys(services).join(', ')}, one of these with its base as imgix=https://example.imgix.net, or a template as https://img.example.org/{width}x{height}/{source}`;

/** The service that a setting names; `undefined` for none, or what is wrong with it. */
export function readImageService(given: string): ImageService | undefined | { readonly fault: string } {
  if (given === '') return undefined;
  if (given.includes('{')) return template(given);
  const [name = '', ...rest] = given.split('=');
  const row = Object.hasOwn(services, name) ? services[name] : undefined;
  if (!row) return { fault: expectedService };
  const base = given.includes('=') ? rest.join('=') : row.base;
  if (base === undefined) return { fault: `must say where ${name} is, as ${name}=${row.example}` };
  const isName = name === 'cloudinary' && /^[\w-]+$/.test(base);
  if (given.includes('=') && !isName && !isWeb(base)) {
    return {
      fault: `must name an address behind "${name}=", without a password or parameters, as ${name}=${row.example}`,
    };
  }
  const trimmed = base.replace(/\/$/, '');
  return (source, variant) => row.address(trimmed, source, variant);
}

/** The service of a setting that was taken. */
export function imageServiceIn(given: string): ImageService | undefined {
  const read = readImageService(given);
  return typeof read === 'function' ? read : undefined;
}

function template(given: string): ImageService | { readonly fault: string } {
  const names = [...given.matchAll(place)].map(([, name = '']) => name);
  const unknown = names.find((name) => !Object.hasOwn(places, name));
  if (unknown !== undefined) {
    const known = Object.keys(places).map((name) => `{${name}}`);
    return { fault: `has {${unknown}} in its template, where only ${known.join(', ')} can stand` };
  }
  const filled = given.replace(place, '1');
  if (!(/^\/(?!\/)[^\s{}]*$/.test(filled) || isWeb(filled, true))) return { fault: expectedService };
  if (!names.includes('source') && !names.includes('path'))
    return { fault: 'must have {source} or {path} in its template' };
  return (source, variant) => given.replace(place, (_all, name: string) => places[name]?.(source, variant) ?? '');
}

function isWeb(address: string, mayHaveParameters = false): boolean {
  if (!/^https?:\/\/[^\s{}]+$/i.test(address) || !URL.canParse(address)) return false;
  const { username, password, search, hash } = new URL(address);
  return username === '' && password === '' && (mayHaveParameters || (search === '' && hash === ''));
}

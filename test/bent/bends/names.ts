/**
 * Names, routes and roots that a site has changed.
 */
import type { Send } from '../../../src/wordpress/http/send.ts';
import {
  answers,
  asking,
  type Bend,
  documents,
  type Json,
  page,
  placeOf,
  siteAddress,
  textOf,
  withText,
} from '../bend.ts';
import type { Difference } from '../comparison.ts';

/** `register_taxonomy_args` with another `rest_base`: route, property and arguments have it. */
function renamed(names: Readonly<Record<string, string>>): Bend['bend'] {
  const own = Object.entries(names);
  const nameAs = (name: string) => own.reduce((text, [core, other]) => (text === core ? other : text), name);
  const outward = documents(['posts', 'books'], (document) =>
    Object.fromEntries(Object.entries(document).map(([name, value]) => [nameAs(name), value])),
  );
  const called = (text: string) =>
    own.reduce((named, [core, other]) => named.replaceAll(`/wp/v2/${core}`, `/wp/v2/${other}`), text);
  // Pages of the site name what they show by its route.
  const shown: Bend['bend'] = (send) => async (request) => {
    const answer = await send(request);
    const { link } = answer.headers;
    return link === undefined ? answer : { ...answer, headers: { ...answer.headers, link: called(link) } };
  };
  const addressed = answers((answer) => {
    const said = textOf(answer);
    // What a route says of its properties and arguments.
    const isDescription = said.includes('"endpoints":');
    return withText(
      answer,
      own.reduce(
        (text, [core, other]) =>
          (isDescription
            ? text.replaceAll(`"${core}":`, `"${other}":`).replaceAll(`"${core}_exclude":`, `"${other}_exclude":`)
            : text
          )
            .replaceAll(`"rest_base":"${core}"`, `"rest_base":"${other}"`)
            .replaceAll(`?${core}=`, `?${other}=`),
        called(said),
      ),
    );
  });
  const inward: Bend['bend'] = (send) => (request) => {
    const url = new URL(request.url);
    for (const [core, other] of own) {
      // What has no such name any more is unknown, and unknown arguments are ignored.
      if (url.pathname.endsWith(`/wp/v2/${core}`)) url.pathname = url.pathname.replace(core, 'no-such-route');
      url.pathname = url.pathname.replace(new RegExp(`/wp/v2/${other}(?=/|$)`), `/wp/v2/${core}`);
      for (const suffix of ['', '_exclude']) {
        const values = [...url.searchParams].filter(([name]) => name.replace(/\[.*/, '') === `${other}${suffix}`);
        for (const name of [...url.searchParams.keys()]) {
          if ([`${core}${suffix}`, `${other}${suffix}`].includes(name.replace(/\[.*/, '')))
            url.searchParams.delete(name);
        }
        for (const [name, value] of values) url.searchParams.append(name.replace(other, core), value);
      }
      const fields = url.searchParams.get('_fields');
      if (fields !== null) {
        const asked = fields.split(',').filter((name) => name !== core);
        url.searchParams.set('_fields', asked.map((name) => (name === other ? core : name)).join(','));
      }
    }
    return send({ ...request, url: url.href });
  };
  return (send) => shown(addressed(outward(inward(send))));
}

const otherPlace =
  (change: (request: Parameters<Send>[0], send: Send) => ReturnType<Send>): Bend['bend'] =>
  (send) =>
  (request) =>
    change(request, send);

export const names: readonly Bend[] = [
  {
    name: 'rest_base of terms changed',
    means: 'A plugin calls categories topics and tags labels over REST.',
    bend: renamed({ categories: 'topics', tags: 'labels' }),
    allows: ({ field, wanted }) =>
      ['restBase', 'restRoute'].includes(field) && /^(\/wp\/v2\/)?(categories|tags)$/.test(String(wanted)),
  },
  ...[403, 404].map(
    (status): Bend => ({
      name: `/wp-json blocked by ${status}`,
      variant: status === 404,
      means: 'A web server lets nothing to /wp-json; the other form of the root works.',
      bend: otherPlace((request, send) =>
        /\/wp-json(\/|$)/.test(new URL(request.url).pathname)
          ? Promise.resolve(page(status, 'Forbidden'))
          : withoutLinks(send)(request),
      ),
      allows: isShownAlone,
    }),
  ),
  {
    name: '/wp-json named, but not there',
    variant: true,
    means: 'A web server has lost its rules for addresses after a move.',
    bend: otherPlace((request, send) =>
      /\/wp-json(\/|$)/.test(new URL(request.url).pathname) ? Promise.resolve(page(404, 'Not Found')) : send(request),
    ),
  },
  {
    name: 'folder of a proxy',
    means: 'A proxy shows the site below a folder of which WordPress knows nothing.',
    address: `${siteAddress}/cms/`,
    bend: otherPlace(async (request, send) => {
      const url = new URL(request.url);
      if (!url.pathname.startsWith('/cms/')) return page(404, 'Not Found');
      url.pathname = url.pathname.slice('/cms'.length);
      return (url.pathname.startsWith('/wp-json') ? send : withoutLinks(send))({ ...request, url: url.href });
    }),
    allows: isShownAlone,
  },
  {
    name: 'redirect to a trailing slash',
    means: 'A web server sends every address without a slash at its end to the one with it.',
    bend: otherPlace((request, send) => {
      const url = new URL(request.url);
      if (url.pathname.endsWith('/')) return send(request);
      url.pathname += '/';
      return Promise.resolve({ ...page(301, 'Moved'), headers: { location: url.href, 'content-type': 'text/html' } });
    }),
  },
  {
    name: 'redirect that leaves out the host',
    variant: true,
    means: 'The same, by a path alone, and with 308.',
    bend: otherPlace((request, send) => {
      const { pathname, search } = new URL(request.url);
      if (pathname.endsWith('/')) return send(request);
      return Promise.resolve({ ...page(308, 'Moved'), headers: { location: `${pathname}/${search}` } });
    }),
  },
  {
    name: 'arguments of the proxy',
    means: 'A proxy strips `_fields` from what is asked.',
    bend: (send) => (request) => {
      const { route } = placeOf(request);
      return route?.startsWith('/wp/v2') ? send(asking(request, (query) => query.delete('_fields'))) : send(request);
    },
  },
];

/** A term below a parent that its address does not name: only its page says which it is. */
function isShownAlone({ operation, got }: Difference): boolean {
  return operation === 'category: by uri' && got === null;
}

/** The pages of the site do not name the root. */
function withoutLinks(send: Send): Send {
  return async (request) => {
    const answer = await send(request);
    if (placeOf(request).route !== undefined) return answer;
    const { link: _link, ...headers } = answer.headers as Json;
    return { ...answer, headers: headers as Record<string, string> };
  };
}

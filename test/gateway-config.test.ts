import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../src/config-error.ts';
import { createGateway, type Gateway } from '../src/gateway.ts';
import { scriptedSite } from './support/scripted-site.ts';

const open: Gateway[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((gateway) => gateway.close()));
});

/** As a program without types calls it. */
async function create(...given: readonly unknown[]): Promise<Gateway> {
  const gateway = await (createGateway as (...args: readonly unknown[]) => Promise<Gateway>)(...given);
  open.push(gateway);
  return gateway;
}

const { url: site, send } = scriptedSite();

describe('a configuration that is none', () => {
  it.each([
    ['nothing', undefined, 'names the site, as createGateway({ site: "https://example.org" })'],
    ['an address alone', site, 'names the site, as createGateway({ site: "https://example.org" })'],
    ['no site', {}, 'site: must be the address of a WordPress site, as "https://example.org"; it is missing.'],
    ['no site but something else', { settings: {} }, 'site: must be the address of a WordPress site'],
    [
      'a number for the site',
      { site: 5 },
      'site: must be the address of a WordPress site, as "https://example.org", not a number.',
    ],
    ['an empty site', { site: '' }, 'site: must be the http or https address of a WordPress site'],
    ['a mistyped member', { sitr: site }, 'There is no member "sitr" of the configuration. Did you mean "site"?'],
    [
      'a setting beside the site',
      { site, maxDepth: 10 },
      'no member "maxDepth" of the configuration. It is a setting: { settings: { maxDepth: ... } }.',
    ],
    ['a name that every object has', { site, toString: 1 }, 'There is no member "toString" of the configuration.'],
    [
      'a mistyped setting',
      { site, settings: { maxDepht: 10 } },
      'There is no setting "maxDepht". Did you mean "maxDepth"?',
    ],
    [
      "a setting by its flag's name",
      { site, settings: { 'max-depth': 10 } },
      'There is no setting "max-depth". Did you mean "maxDepth"?',
    ],
    [
      'settings as text',
      { site, settings: 'maxDepth=10' },
      'settings: must be an object of settings, as { maxDepth: 10 }, not a string.',
    ],
    [
      'settings as a list',
      { site, settings: [] },
      'settings: must be an object of settings, as { maxDepth: 10 }, not a list.',
    ],
    ['menus as a list', { site, menus: [] }, 'menus: must be an object of lists by place'],
    ['names as a list', { site, types: [] }, 'types: must be an object of names by slug'],
    ['a name that is none', { site, types: { movie: { name: 'f' } } }, 'types.movie.name: must be the name of a type'],
    ['a way that is none', { site, relations: { a: 'post' } }, 'relations["a"]: must name a field by the slug'],
    ['a number for a function', { site, send: 5 }, 'send: must be a function that sends a request, not a number.'],
    [
      'a logger that writes nothing',
      { site, send, logger: {} },
      'logger: must be a logger with the functions debug, info, warn and error, as pino makes one, not an object of another kind.',
    ],
    [
      'an observer that is none',
      { site, send, observer: () => 0 },
      'observer: must be an object with functions to tell',
    ],
  ])('is refused in words: %s', async (_what, given, words) => {
    const error = await create(given).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message).toContain(words);
  });

  it('is told what may have been meant only where something comes close', async () => {
    await expect(create({ site, settings: { zzzzzzzz: 10 } })).rejects.toThrow(/"zzzzzzzz"\.$/);
  });

  it('repeats no value, which may be a secret in the wrong place', async () => {
    for (const given of [
      { site, send, logger: 'hunter2' },
      { site, settings: 'hunter2' },
      { site, upstreamHeaders: 'hunter2' },
    ]) {
      const error = await create(given).catch((thrown: unknown) => thrown);
      expect(String(error)).toMatch(/^ConfigError: (?!.*hunter2)/);
    }
  });
});

describe('a configuration', () => {
  it('may leave members out as a program without types does, and give the address as a URL', async () => {
    const gateway = await create({
      site: new URL(site),
      send,
      settings: { pollInterval: 0 },
      logger: null,
      observer: undefined,
    });
    expect(new URL(gateway.site.home).origin).toBe(new URL(site).origin);
  });
});

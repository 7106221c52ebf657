import { describe, expect, it } from 'vitest';
import { fileFrom, logLevelFrom, settingsFrom, siteFrom } from '../src/command-input.ts';
import { ConfigError } from '../src/config-error.ts';

const given = (environment: Record<string, string>) => settingsFrom({}, environment, false);

describe('the variables of the command', () => {
  it('are taken, those of others are not looked at', () => {
    expect(given({ PRESSGRAPH_MAX_DEPTH: '3', PATH: '/bin', PRESS: 'x' })).toMatchObject({ maxDepth: 3 });
  });

  it.each([
    ['PRESSGRAPH_MAX_DEPHT', 'There is no variable PRESSGRAPH_MAX_DEPHT. Did you mean "PRESSGRAPH_MAX_DEPTH"?'],
    ['PRESSGRAPH_PORT', 'There is no variable PRESSGRAPH_PORT. Did you mean "PORT"?'],
    ['PRESSGRAPH_REDIS', 'There is no variable PRESSGRAPH_REDIS. Did you mean "REDIS_URL"?'],
    ['PRESSGRAPH_LOG_LEVEL', 'There is no variable PRESSGRAPH_LOG_LEVEL. Did you mean "LOG_LEVEL"?'],
    ['PRESSGRAPH_WORDPRESS_URL', 'There is no variable PRESSGRAPH_WORDPRESS_URL. Did you mean "WORDPRESS_URL"?'],
  ])('are refused when they are mistyped, with what was meant: %s', (name, message) => {
    expect(() => given({ [name]: 'hunter2' })).toThrow(new ConfigError(message));
    expect(given({ [name]: '' }), 'an empty one is not set').toEqual(given({}));
  });

  it.each([
    ['PRESSGRAPH_SERVICE_HOST', '10.0.0.1'],
    ['PRESSGRAPH_SERVICE_PORT', '4000'],
    ['PRESSGRAPH_SERVICE_PORT_HTTP', '4000'],
    ['PRESSGRAPH_PORT', 'tcp://10.0.0.1:4000'],
    ['PRESSGRAPH_PORT_4000_TCP', 'tcp://10.0.0.1:4000'],
    ['PRESSGRAPH_PORT_4000_TCP_ADDR', '10.0.0.1'],
    ['PRESSGRAPH_REDIS_PORT', 'tcp://10.0.0.2:6379'],
    ['PRESSGRAPH_REDIS_SERVICE_HOST', '10.0.0.2'],
  ])('may be what Kubernetes says of a service of that name: %s', (name, value) => {
    expect(given({ [name]: value })).toEqual(given({}));
  });
});

describe('settings of the command', () => {
  it('are those of a flag, else of its variable, else of the file, else what is usual', () => {
    const file = { maxDepth: 3, maxAliases: 4, maxTokens: 500, graphiql: false };
    const environment = { PRESSGRAPH_MAX_DEPTH: '5', PRESSGRAPH_MAX_ALIASES: '6', PRESSGRAPH_MAX_TOKENS: '' };
    expect(settingsFrom({ maxDepth: '7' }, environment, false, file)).toMatchObject({
      maxDepth: 7,
      maxAliases: 6,
      maxTokens: 500,
      graphiql: false,
      maxBatch: 10,
    });
  });

  it('need no file', () => {
    expect(fileFrom({}, { PRESSGRAPH_CONFIG: '' })).toEqual({ settings: {} });
  });

  it.each([
    [{ config: 'none.json' }, { PRESSGRAPH_CONFIG: 'other.json' }, 'none.json: there is no such file.'],
    [{}, { PRESSGRAPH_CONFIG: 'other.json' }, 'other.json: there is no such file.'],
    [{ config: '' }, {}, '--config: must be the path of a JSON file, not "".'],
  ])('want the file that is named: %j, %j', (options, environment, message) => {
    expect(() => fileFrom(options, environment)).toThrow(new ConfigError(message));
  });
});

describe('the site of the command', () => {
  const commands = ['serve', 'schema', 'inspect'];

  it('is its argument, else its variable, else none', () => {
    const environment = { WORDPRESS_URL: 'https://b.test' };
    expect(siteFrom('https://a.test', environment, commands)).toBe('https://a.test/');
    expect(siteFrom(undefined, environment, commands)).toBe('https://b.test/');
    expect(siteFrom(undefined, { WORDPRESS_URL: '' }, commands)).toBeUndefined();
    expect(siteFrom(undefined, environment, commands, 'https://c.test/')).toBe('https://b.test/');
    expect(siteFrom(undefined, {}, commands, 'https://c.test/')).toBe('https://c.test/');
  });

  it.each([
    ['serv', 'Nor is it a command: there are serve, schema and inspect. Did you mean "serve"?'],
    ['schmea', 'Nor is it a command: there are serve, schema and inspect. Did you mean "schema"?'],
    ['help-me-please', 'Nor is it a command: there are serve, schema and inspect.'],
    ['example.org', 'not "example.org". Did you mean "https://example.org"?'],
    ['example.org/blog', 'not "example.org/blog". Did you mean "https://example.org/blog"?'],
    ['localhost:8080', 'not "localhost:8080". Did you mean "https://localhost:8080"?'],
  ])('may be a mistyped command or half an address: %s', (argument, end) => {
    expect(() => siteFrom(argument, {}, commands)).toThrow(ConfigError);
    expect(() => siteFrom(argument, {}, commands)).toThrow(
      new RegExp(`^site: must be the http or https address.*${end.replace(/[.?]/g, '\\$&')}$`),
    );
  });

  it('is never repeated where it may hold a password', () => {
    expect(() => siteFrom('user:hunter2@example.org', {}, commands)).toThrow(/^site: must not hold/);
    expect(() => siteFrom('user:hunter2@example.org', {}, commands)).not.toThrow(/hunter2/);
  });
});

describe('the level of the log', () => {
  it('is warn, or the one that is given, and no other', () => {
    expect(logLevelFrom({})).toBe('warn');
    expect(logLevelFrom({ LOG_LEVEL: 'debug' })).toBe('debug');
    expect(() => logLevelFrom({ LOG_LEVEL: 'warning' })).toThrow(
      'LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent, not "warning". Did you mean "warn"?',
    );
  });
});

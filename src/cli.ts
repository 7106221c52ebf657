#!/usr/bin/env node
/**
 * The command `pressgraph`: serve a site as a graph, or print the graph's schema.
 * The only file that knows the process: its arguments, environment, signals, output and exit codes.
 */
import { constants } from 'node:os';
import { Command, CommanderError, Option } from 'commander';
import { printSchema } from 'graphql';
import { pino } from 'pino';
import { ConfigError, checked, checkedSite, defaultOf } from './config.ts';
import { buildSchema } from './dialects/pressgraph/schema.ts';
import { isProduction } from './environment.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { serveSampleSite } from './sample/sample-site.ts';
import { type ListeningServer, listen } from './server/http/listen.ts';
import { makeTickShape } from './server/tick-shape.ts';
import { type SettingName, type Settings, settingOf, settings } from './settings.ts';
import { version } from './version.ts';
import { DiscoveryError } from './wordpress/discovery/discovery.ts';

/** The start failed for a reason that the line on standard error tells. */
const exitFailure = 1;
/** A flag, variable or argument cannot be used. */
const exitUsage = 2;

const siteVariable = 'WORDPRESS_URL';
const names = Object.keys(settings) as SettingName[];

/** Secrets: as flags they would show in the list of processes. */
const withoutFlag = names.map(settingOf).filter(({ flag }) => flag === undefined);

function buildCommand(): Command {
  const program = new Command('pressgraph')
    .description('A typed GraphQL graph in front of any WordPress site, without a plugin.')
    .version(version, '--version', 'Print the version.')
    .helpOption('-h, --help', 'Print this help.')
    .addHelpText('after', '\nSettings, variables and examples: pressgraph serve --help')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'pressgraph: ')) });

  const serve = program
    .command('serve', { isDefault: true })
    .description('Serve a WordPress site as a graph (the default command).')
    .argument(
      '[site]',
      `Address of the WordPress site or of its REST root; or ${siteVariable}. The sample site when left out.`,
    )
    .addHelpText(
      'after',
      `
Each option can be given as the variable named beside it; a flag beats the variable.
${withoutFlag.map(({ variable, help }) => `${variable}: ${help}`).join('\n')}

Examples:
  pressgraph                               the embedded sample site, at http://127.0.0.1:4000/graphql
  pressgraph https://example.org           that site
  PORT=8080 pressgraph serve https://example.org/blog --no-graphiql
  pressgraph schema > schema.graphql`,
    )
    .action((site: string | undefined, options: Record<string, string | boolean>) => run(site, options));
  for (const name of names) {
    const { flag, variable, help, default: byDefault } = settingOf(name);
    if (flag === undefined) continue;
    const usage = typeof byDefault === 'boolean' ? `--${byDefault ? 'no-' : ''}${flag}` : `--${flag} <value>`;
    serve.addOption(
      new Option(
        usage,
        `${byDefault === true ? `Turn off: ${help}` : help} (${variable}; ${byDefault === '' ? 'none' : byDefault})`,
      ),
    );
  }

  program
    .command('schema')
    .description('Print the schema of the graph, as schema.graphql has it.')
    .action(() => {
      process.stdout.write(`${printSchema(buildSchema())}\n`);
    });
  return program;
}

/** A flag beats its variable, a variable the default; an empty variable counts as not set. */
function settingsFrom(options: Readonly<Record<string, string | boolean>>): Settings {
  const entries = names.map((name) => {
    const { flag, variable, default: byDefault } = settingOf(name);
    const given = flag && options[camelCase(flag)];
    const isGiven = typeof byDefault === 'boolean' ? given === !byDefault : given !== undefined;
    if (isGiven) return [name, checked(name, given, `--${flag}`)];
    const fromEnvironment = process.env[variable];
    if (fromEnvironment) return [name, checked(name, fromEnvironment, variable)];
    return [name, defaultOf(name, isProduction())];
  });
  return Object.fromEntries(entries) as Settings;
}

function camelCase(flag: string): string {
  return flag.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

function siteFrom(argument: string | undefined): string | undefined {
  if (argument !== undefined) return checkedSite(argument, 'site');
  const fromEnvironment = process.env[siteVariable];
  return fromEnvironment ? checkedSite(fromEnvironment, siteVariable) : undefined;
}

function logLevel(): string {
  const levels = [...Object.keys(pino.levels.values), 'silent'];
  const level = process.env.LOG_LEVEL || 'warn';
  if (levels.includes(level)) return level;
  throw new ConfigError(`LOG_LEVEL: must be one of ${levels.join(', ')}, not "${level}".`);
}

async function run(argument: string | undefined, options: Record<string, string | boolean>): Promise<void> {
  const tickShape = await makeTickShape();
  // Listeners hold what they name for as long as the process lives.
  process.once('exit', () => tickShape);
  const given = settingsFrom(options);
  const site = siteFrom(argument);
  const logger = pino({ level: logLevel() }, pino.destination({ fd: 2, sync: true }));
  const sample = site === undefined ? await serveSampleSite({ host: '127.0.0.1', port: 0 }) : undefined;
  const address = site ?? sample?.url ?? '';
  let gateway: Gateway | undefined;
  let server: ListeningServer;
  try {
    gateway = await createGateway({ site: address, settings: given, logger });
    server = await listen(gateway, { ...given, onFailure: (err) => logger.error({ err }, 'A request failed') });
  } catch (error) {
    await gateway?.close();
    await sample?.close();
    throw error;
  }

  // Before the lines are printed: a program that waits for them may stop it at once.
  const stop = async () => {
    await server.close();
    await gateway.close();
    await sample?.close();
  };
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second signal: there is no time to wait for what is under way.
      if (isStopping) process.exit(128 + constants.signals[signal]);
      isStopping = true;
      // Nothing that is left, such as a timer, may keep the process.
      stop().then(
        () => process.exit(),
        (err: unknown) => {
          logger.error({ err }, 'Stopping failed');
          process.exit(exitFailure);
        },
      );
    });
  }
  // One forgotten failure must not end the service for all.
  process.on('unhandledRejection', (err) => logger.error({ err }, 'A failure that nothing was prepared for'));

  const lines = [
    `GraphQL   ${server.url}${given.path}`,
    ...(given.graphiql ? [`GraphiQL  ${server.url}${given.path} (open it in a browser)`] : []),
    `Site      ${address}${sample ? ' (the embedded sample site)' : ''}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitUsage;
  return error instanceof ConfigError ? exitUsage : exitFailure;
}

function lineOf(error: unknown): string | undefined {
  if (error instanceof CommanderError) return undefined;
  if (error instanceof ConfigError || error instanceof DiscoveryError) return error.message;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE') return `${message}: choose another port with --port, or 0 for a free one.`;
  return message ?? String(error);
}

try {
  await buildCommand().parseAsync();
} catch (error) {
  const line = lineOf(error);
  if (line !== undefined) process.stderr.write(`pressgraph: ${line}\n`);
  process.exitCode = exitCodeOf(error);
}

#!/usr/bin/env node
/**
 * The command `pressgraph`: serve a site as a graph, or print the graph's schema, or what was found of a site.
 * The only file that knows the process: its arguments, environment, signals, output and exit codes.
 */
import { constants } from 'node:os';
import { Command, CommanderError, Option } from 'commander';
import { printSchema } from 'graphql';
import { pino } from 'pino';
import {
  configVariable,
  fileFrom,
  logLevelFrom,
  type Options,
  settingsFrom,
  siteFrom,
  siteVariable,
} from './command-input.ts';
import { checkedSite } from './config.ts';
import { ConfigError } from './config-error.ts';
import type { ConfigFile } from './config-file.ts';
import { buildSchema } from './dialects/pressgraph/schema.ts';
import { inventoryOf } from './dialects/pressgraph/site-inventory.ts';
import { isProduction } from './environment.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { decodedName } from './graph/fields/names.ts';
import { serveSampleSite } from './sample/sample-site.ts';
import { type ListeningServer, listen } from './server/http/listen.ts';
import { makeTickShape } from './server/tick-shape.ts';
import { type SettingName, settingOf, settings } from './settings.ts';
import { foundLine, reportLines } from './site-report.ts';
import { explainStart } from './start-failure.ts';
import { cut } from './text-table.ts';
import { version } from './version.ts';
import { asLine } from './wordpress/http/messages.ts';
import type { Site } from './wordpress/site.ts';

/** The start failed for a reason that the line on standard error tells. */
const exitFailure = 1;
/** A flag, variable or argument cannot be used. */
const exitUsage = 2;

/**
 * Milliseconds within which signals are one: a terminal sends Ctrl-C to all that runs in it, and whoever started this program,
 * such as npm or an init of a container, passes it on besides.
 */
const onePress = 200;

const names = Object.keys(settings) as SettingName[];
const ofUpstream = names.filter((name) => name.startsWith('upstream'));

/** Secrets: as flags they would show in the list of processes. */
const withoutFlag = names.map(settingOf).filter(({ flag }) => flag === undefined);

function buildCommand(): Command {
  const program = new Command('pressgraph')
    .description('A typed GraphQL graph in front of any WordPress site, without a plugin.')
    .version(version, '--version', 'Print the version.')
    .helpOption('-h, --help', 'Print this help.')
    .addHelpText('after', '\nSettings, variables and examples: pressgraph serve --help')
    .helpCommand('help [command]', 'Print the help of a command.')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(asOneLine(text)) });

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
  pressgraph inspect https://example.org
  pressgraph schema https://example.org > schema.graphql`,
    )
    .action((site: string | undefined, options: Options) => run(site, options, namesOf(program)));
  addSettings(serve, names);

  const schema = program
    .command('schema')
    .description("Print the schema of a site's graph; of what every site has, as schema.graphql, where none is named.")
    .argument('[site]', 'Address of the WordPress site or of its REST root; or `site` of the file of --config.')
    .action(async (site: string | undefined, options: Options) => {
      const file = fileFrom(options, process.env);
      const address = site === undefined ? file.site : checkedSite(site, 'site');
      const text = address === undefined ? printSchema(buildSchema()) : await look(address, options, file, printed);
      process.stdout.write(`${text}\n`);
    });
  addSettings(schema, ofUpstream);

  const inspect = program
    .command('inspect')
    .description('Print what was found of a site: its types, taxonomies, fields and filters, and what was left out.')
    .argument(
      '[site]',
      `Address of the WordPress site or of its REST root; or ${siteVariable}. The sample site when left out.`,
    )
    .option('--json', 'As JSON, for programs.')
    .action(async (argument: string | undefined, options: Options) => {
      const file = fileFrom(options, process.env);
      const site =
        argument === undefined ? siteFrom(argument, process.env, [], file.site) : checkedSite(argument, 'site');
      const sample = site === undefined ? await serveSampleSite({ host: '127.0.0.1', port: 0 }) : undefined;
      try {
        const text = await look(site ?? sample?.url ?? '', options, file, (gateway) => inspected(gateway, options));
        process.stdout.write(`${text}\n`);
      } finally {
        await sample?.close();
      }
    });
  addSettings(inspect, ofUpstream);
  return program;
}

/** Options for some of the settings, and for the file that may have them all. */
function addSettings(command: Command, offered: readonly SettingName[]): void {
  command.addOption(
    new Option(
      '--config <file>',
      `JSON file with site, types, relations, menus and settings by name, which flags and variables beat (${configVariable}; none)`,
    ),
  );
  for (const name of offered) {
    const { flag, variable, help, default: byDefault } = settingOf(name);
    if (flag === undefined) continue;
    const usage = typeof byDefault === 'boolean' ? `--${byDefault ? 'no-' : ''}${flag}` : `--${flag} <value>`;
    // Production has some of what is on by default off, until it is turned on.
    if (byDefault === true) command.addOption(new Option(`--${flag}`).hideHelp());
    command.addOption(
      new Option(
        usage,
        `${byDefault === true ? `Turn off: ${help}` : help} (${variable}; ${byDefault === '' ? 'none' : byDefault})`,
      ),
    );
  }
}

/** Reads a site once, alone, and leaves nothing that runs. */
async function look(
  site: string,
  options: Options,
  { types, relations, settings: inFile }: ConfigFile,
  tell: (gateway: Gateway) => string,
): Promise<string> {
  const given = settingsFrom(options, process.env, isProduction(), inFile);
  const gateway = await createGateway({
    site,
    ...(types && { types }),
    ...(relations && { relations }),
    settings: { ...given, pollInterval: 0, redis: '' },
    logger: createLogger(),
  });
  try {
    return tell(gateway);
  } finally {
    await gateway.close();
  }
}

function printed({ schema }: Gateway): string {
  return printSchema(schema);
}

function inspected({ site, schema }: Gateway, { json }: Options): string {
  const inventory = inventoryOf(site, schema);
  if (json) return JSON.stringify(inventory, null, 2);
  const { isTTY, columns } = process.stdout;
  const width = isTTY ? columns : Number.POSITIVE_INFINITY;
  return [siteLine(site), cut(`Found     ${foundLine(site)}`, width), '', ...reportLines(inventory, width)].join('\n');
}

function createLogger() {
  return pino({ level: logLevelFrom(process.env) }, pino.destination({ fd: 2, sync: true }));
}

async function run(argument: string | undefined, options: Options, commands: readonly string[]): Promise<void> {
  const tickShape = await makeTickShape();
  // Listeners hold what they name for as long as the process lives.
  process.once('exit', () => tickShape);
  const { site: ofFile, types, relations, menus, settings: inFile } = fileFrom(options, process.env);
  const given = settingsFrom(options, process.env, isProduction(), inFile);
  const site = siteFrom(argument, process.env, commands, ofFile);
  const logger = createLogger();
  const sample = site === undefined ? await serveSampleSite({ host: '127.0.0.1', port: 0 }) : undefined;
  const address = site ?? sample?.url ?? '';
  let gateway: Gateway | undefined;
  let server: ListeningServer;
  try {
    gateway = await createGateway({
      site: address,
      ...(types && { types }),
      ...(relations && { relations }),
      ...(menus && { menus }),
      settings: given,
      logger,
    });
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
  let toldAt: number | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (toldAt !== undefined) {
        // A second signal: there is no time to wait for what is under way.
        if (performance.now() - toldAt > onePress) process.exit(128 + constants.signals[signal]);
        return;
      }
      toldAt = performance.now();
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
    `${siteLine(gateway.site)}${sample ? ' (the embedded sample site)' : ''}`,
    `Found     ${foundLine(gateway.site)}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Of what the parser says in two lines, with a suggestion in brackets. */
function asOneLine(text: string): string {
  return text.replace(/^error: /, 'pressgraph: ').replace(/\n\((Did you mean .+\?)\)/, '. $1');
}

function namesOf(program: Command): string[] {
  return program.commands.map((command) => command.name());
}

/** What was found, which may be another address than the one that was given. */
function siteLine({ name, root }: Site): string {
  const title = asLine(decodedName(name) ?? '', 100);
  return `Site      ${title ? `${title}, ${root.url}` : root.url}`;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitUsage;
  return error instanceof ConfigError ? exitUsage : exitFailure;
}

// Who reads no more of it, as `head` does, has had enough: that is no failure.
process.stdout.on('error', (error: Error & { code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await buildCommand().parseAsync();
} catch (error) {
  // What is wrong with its arguments the parser has said itself.
  if (!(error instanceof CommanderError)) process.stderr.write(`pressgraph: ${explainStart(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

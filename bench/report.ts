// Knows the page that the results are published on: its words, and how a run replaces only the sections that it measured.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { asMarkdown, type Table } from './table.ts';

const file = new URL('./README.md', import.meta.url);

const introduction = `# Benchmark

<!-- Written by \`npm run bench\`; the words are in bench/report.ts. -->

How fast pressgraph is, compared with the least that the same work can cost. Run it with

    npm run bench

on Debian as root, since it installs what it lacks: a real WordPress with 2,000 posts, wrk, Redis, and the peers' own
packages. It takes about twenty minutes. To measure less:

    npm run bench -- --only cold,load     these sections only
    npm run bench -- --rounds 31          more rounds where a section goes by rounds
    npm run bench -- --quick              each section briefly, to see that it runs; nothing is written here

Whether a mechanism is worth its room, and whether a change has made anything slower, pressgraph is compared with
itself, in the same turns; nothing is written here then:

    npm run bench -- --without ahead,deferred       as it is, and without each of these (src/mechanisms.ts has the list)
    npm run bench -- --before ../earlier            as it is, and as it is built in another checkout
    npm run bench -- --before ../earlier --only cold,document,terms,load,store,warm,start --rounds 41

Each row is a query, each cell a ratio of what it takes; in brackets where that ratio lies with a certainty of 95 %. A busy
machine makes that wider and not wrong: what is *open* needs more rounds, or a quieter machine.

Everything in a table was measured in one run on one machine, the runners in turns, so that a machine that slows down
slows all of them. Numbers are medians, with the least and the greatest in brackets. A ratio is the median of those of the
rounds, each taken within its round. Ratios are what to compare between machines; milliseconds are not. The column *must*
holds the target that pressgraph has set itself, and whether it was met. Nearly everything here asks the *list query*: posts
with title, date, excerpt, author, categories and featured image.

The site has 60 posts of a small magazine and 1,940 generated ones: 26 authors, 2 to 4 categories and 2 to 6 tags each,
two to seven blocks of text, excerpts made by WordPress, seven in ten with an image of their own, every other one with up to
nine comments. PHP, MariaDB, nginx, the servers and what asks them share the machine. pressgraph runs as it is built.

What pressgraph is compared with:

- **REST \`_embed\`**: WordPress' own way to put authors, terms and images into the list; and the same told by \`_fields\` and
  \`_embed=\` to leave out what the list query does not ask for.
- **Bare script**: the list with only the fields that are needed, then authors, categories and images by id at the same
  time, over connections that are kept. We know of no way to ask WordPress over REST that costs it less.
- **Yoga, a fetch per node**: the gateway that one writes first, with a resolver for each relation.
- **Apollo Server, RESTDataSource**: the same resolvers over Apollo's data source, which asks for the same document only once.
- **Hive Gateway, JSON Schema handler**: GraphQL Mesh's way to a REST API, with relations by keys, so that they are batched. Its
  fields have other names for the same data.

The peers are written as their documentation shows it, in [peers](peers). None of them knows WordPress' \`_fields\`, so
WordPress renders whole documents for them; that is a large part of the difference.
`;

/** The results of one section. */
export interface Measured {
  readonly section: string;
  readonly tables: readonly Table[];
}

/** Writes the page: what was measured now, and what earlier runs on the same machine have measured of the other sections. */
export function writeReport(order: readonly string[], measured: readonly Measured[], machine: readonly string[]): void {
  const about = machine.map((line) => `- ${line}`).join('\n');
  const sections = earlier(about);
  const date = new Date().toISOString().slice(0, 10);
  for (const { section, tables } of measured) {
    sections.set(section, `${tables.map(asMarkdown).join('\n\n')}\n\nMeasured on ${date}.`);
  }
  const body = order.flatMap((section) => {
    const text = sections.get(section);
    return text === undefined ? [] : [`<!-- section ${section} -->\n\n${text}\n`];
  });
  writeFileSync(file, [introduction, `The machine and the versions:\n\n${about}\n`, ...body].join('\n'));
}

/** By section, what the page says now; nothing when it was measured with another machine or other versions. */
function earlier(about: string): Map<string, string> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const found = new Map<string, string>();
  if (!text.includes(about)) return found;
  const parts = text.split(/^<!-- section (\w+) -->$/m).slice(1);
  for (let index = 0; index + 1 < parts.length; index += 2) {
    found.set(parts[index] ?? '', (parts[index + 1] ?? '').trim());
  }
  return found;
}

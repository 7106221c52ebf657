import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parseBlocks, type StoredBlock } from '../../../src/wordpress/stored-blocks.ts';
import { fc } from '../../support/chance.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';
import { run } from './process.ts';
import { sampleData, workDirectory } from './work-directory.ts';

/** A block as PHP has it. */
interface PhpBlock {
  readonly blockName: string | null;
  readonly attrs: unknown;
  readonly innerBlocks: readonly PhpBlock[];
  readonly innerContent: readonly (string | null)[];
}

const script = fileURLToPath(new URL('blocks.php', import.meta.url));

async function readByWordPress(generation: string, texts: readonly string[]): Promise<(readonly PhpBlock[])[]> {
  const directory = workDirectory();
  const folder = mkdtempSync(join(directory.temporary, 'blocks-'));
  try {
    const file = join(folder, 'texts.json');
    writeFileSync(file, JSON.stringify(texts));
    const tree = join(directory.generations, generation, 'usr/share/wordpress');
    return JSON.parse(await run('php', ['-n', '-d', 'memory_limit=1G', '-f', script, '--', tree, file]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** PHP knows no map without members, and none whose names count from 0. */
function asPhp(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  const members = Object.entries(value).map(([name, member]): [string, unknown] => [name, asPhp(member)]);
  const isList = members.every(([name], at) => name === String(at));
  return isList ? members.map(([, member]) => member) : Object.fromEntries(members);
}

function ours(blocks: readonly StoredBlock[] | null): unknown {
  return blocks?.map(({ name, attributes, innerBlocks, pieces }) => ({
    blockName: name,
    attrs: asPhp(attributes),
    innerBlocks: ours(innerBlocks),
    innerContent: pieces,
  }));
}

function theirs(blocks: readonly PhpBlock[]): unknown {
  return blocks.map(({ blockName, attrs, innerBlocks, innerContent }) => ({
    blockName,
    attrs: asPhp(attrs),
    innerBlocks: theirs(innerBlocks),
    innerContent,
  }));
}

const articles = readdirSync(join(sampleData, 'articles')).map((name) =>
  readFileSync(join(sampleData, 'articles', name), 'utf8'),
);

const written = [
  '',
  '0',
  '<!-- wp:a -->0<!-- wp:b -->0<!-- wp:c /-->0<!-- /wp:b -->0<!-- /wp:a -->0',
  '<!-- wp:a {"b":"}--> \\u002d\\u002d\\u003e --> } -->"} /-->',
  '<!-- wp:a {"b":"c"}} /--><!-- wp:d {}}} -->x<!-- /wp:d -->',
  '<!-- wp:a {"b":} --><p>c</p><!-- /wp:a -->',
  '<!-- wp:a {"b":"\\ud83d"} /--><!-- wp:a {"b":"\\ud83d\\ude00"} /-->',
  '<!-- wp:a {"b":1e3,"c":-0,"d":12345678901234567890,"e":0.1} /-->',
  '<!-- wp:a {"b":"c","b":"d","":[{}]} /-->',
  `<!-- wp:a {"b":${'['.repeat(510)}${']'.repeat(510)}} /-->`,
  `<!-- wp:a {"b":${'['.repeat(511)}${']'.repeat(511)}} /-->`,
  '<!-- /wp:a /--><!-- /wp:b {"c":1} /--><!-- wp:d --><!-- /wp:e {"f":1} -->x',
  '<!-- wp:a -->1<!-- wp:b -->2<!-- wp:c -->3<!-- /wp:c -->4',
  '1<!-- wp:a /-->2<!-- /wp:a -->3<!-- wp:b /-->',
  '<!--\twp:a\n\f\r{"b":\n1}\t\n/--><!--\u00a0wp:a /--><!-- wp:a\u2003/-->',
  '<!-- wp:my-plugin/a_b-c1 /--><!-- wp:1a /--><!-- wp:a/b/c /--><!-- wp:A /--><!-- wp:-a /-->',
  '<!-- wp:a {"b":"ខ្ញុំ\u200bទៅ 港 😀"} -->港<!-- wp:b /-->😀<!-- /wp:a -->é',
  '<!--<!-- wp:a /--><!-- wp:a <!-- wp:b /-->',
  '<!-- wp:a --><!-- wp:a --><!-- wp:a -->',
  ...articles,
];

const fragments = [
  ...[
    '<!-- wp:a -->',
    '<!-- /wp:a -->',
    '<!-- wp:acme/b {"c":1} -->',
    '<!-- wp:d /-->',
    '<!-- wp:a {',
    '} -->',
    '} /-->',
  ],
  ...[
    '"',
    '}',
    '{',
    '<!--',
    '-->',
    ' ',
    '\n',
    '\f',
    'wp:a',
    'wp:',
    '/',
    '0',
    'text',
    '\u00a0',
    '/-->',
    '{"b":{}}',
    '}}',
  ],
];
const random = fc.sample(fc.array(fc.constantFrom(...fragments), { maxLength: 30 }), { numRuns: 20_000, seed: 7 });
/** Pieces of articles in any order, so that nothing is closed where it was opened. */
const torn = fc.sample(
  fc.array(fc.constantFrom(...articles.flatMap((article) => article.split(/(?=<!--)/).slice(0, 40))), {
    maxLength: 20,
  }),
  { numRuns: 1_000, seed: 7 },
);
const texts = [...written, ...[...random, ...torn].map((pieces) => pieces.join(''))];

const generations = [...new Set(inject('wordpressSites').map(({ generation }) => generation))];

it.each(generations)(
  'texts are parted into blocks as WordPress %s parts them, whatever they are',
  async (generation) => {
    const read = await readByWordPress(generation, texts);
    expect(read).toHaveLength(texts.length);
    let blocks = 0;
    for (const [at, text] of texts.entries()) {
      expect(ours(parseBlocks(text)), JSON.stringify(text)).toEqual(theirs(read[at] ?? []));
      blocks += read[at]?.length ?? 0;
    }
    expect(blocks).toBeGreaterThan(texts.length);
  },
  120_000,
);

/** Blocks of an editor are those of WordPress' own reading, in the same order, of every post. */
describe.each(inject('wordpressSites').map((site) => [site.name, site] as const))('%s', (_name, site) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openGraph(networkSite(site.url));
  });
  afterAll(() => graph.close());

  it('gives an editor the blocks of every stored text', async () => {
    const password = site.users.tom?.applicationPassword;
    const headers = { authorization: `Basic ${Buffer.from(`tom:${password}`).toString('base64')}` };
    const query =
      '{ posts(first: 100) { nodes { databaseId isProtected content(format: RAW) blocks { source nodes(flat: true) { name attributes } } } } }';
    const { posts } = await graph.data(query, { headers });
    const open = posts.nodes.filter(({ isProtected }: { isProtected: boolean }) => !isProtected);
    expect(open.length).toBeGreaterThan(30);
    const read = await readByWordPress(
      site.generation,
      open.map(({ content }: { content: string }) => content),
    );
    for (const [at, { databaseId, blocks }] of open.entries()) {
      expect(blocks.source).toBe('STORED');
      const given = blocks.nodes.map(({ name, attributes }: { name: string; attributes: unknown }) => [
        name,
        asPhp(attributes),
      ]);
      expect(given, String(databaseId)).toEqual(inOneList(read[at] ?? []));
    }
  });

  it('types the attributes of blocks by what the site says of them, where the service account opens that', async () => {
    const serviceAccount = `tom:${site.users.tom?.applicationPassword}`;
    const settings = { serviceAccount, serviceAccountOpens: 'blocks,block-types' };
    const typed = await openGraph(networkSite(site.url), { settings });
    try {
      const { posts } = await typed.data(`{ posts(first: 100) { nodes { databaseId blocks { nodes(flat: true) {
        __typename name attributes html
        ... on CoreImageBlock { typed { id url alt caption } }
        ... on CoreHeadingBlock { typed { level content } }
        ... on CoreParagraphBlock { typed { content } }
      } } } } }`);
      const blocks = posts.nodes.flatMap((post: { blocks: { nodes: object[] } | null }) => post.blocks?.nodes ?? []);
      const of = (name: string) => blocks.filter((block: { name: string }) => block.name === name);
      const [images, headings, paragraphs] = ['core/image', 'core/heading', 'core/paragraph'].map(of);
      for (const { __typename, attributes, html, typed } of images) {
        expect(__typename).toBe('CoreImageBlock');
        expect(typed.id).toBe(attributes.id ?? null);
        expect(html).toContain(`src="${typed.url}"`);
        expect(html).toMatch(/<figcaption/.test(html) ? typed.caption : 'alt=');
      }
      for (const { attributes, html, typed } of headings) {
        expect(typed.level).toBe(attributes.level ?? 2);
        expect(html).toMatch(new RegExp(`<h${typed.level}[ >]`));
        expect(html).toContain(`>${typed.content}</h${typed.level}>`);
      }
      for (const { html, typed } of paragraphs) expect(html).toContain(`>${typed.content}</p>`);
      for (const some of [images, headings, paragraphs]) expect(some.length).toBeGreaterThan(5);
    } finally {
      await typed.close();
    }
  });

  it('tells a visitor the same of the rendered HTML, as far as its markup does', async () => {
    const password = site.users.tom?.applicationPassword;
    const headers = { authorization: `Basic ${Buffer.from(`tom:${password}`).toString('base64')}` };
    const query =
      '{ posts(first: 100) { nodes { databaseId blocks { source nodes { name innerBlocks { name } } } } } }';
    const stored = await graph.data(query, { headers });
    const rendered = await graph.data(query);
    const of = (data: typeof stored) =>
      new Map(data.posts.nodes.map((post: { databaseId: number }) => [post.databaseId, post]));
    const [known, shown] = [of(stored), of(rendered)];
    let compared = 0;
    for (const [id, post] of shown) {
      const { blocks } = post as { blocks: { source: string; nodes: { name: string }[] } | null };
      if (!blocks) continue;
      expect(blocks.source).toBe('RENDERED');
      const { blocks: whole } = known.get(id) as { blocks: { nodes: { name: string }[] } };
      const isPlain = whole.nodes.every(({ name }) => plain.has(name));
      if (!isPlain) continue;
      compared++;
      expect(blocks.nodes, String(id)).toEqual(whole.nodes);
    }
    expect(compared).toBeGreaterThan(20);
  });
});

/** Blocks that WordPress shows by markup which names them. */
const plain = new Set(
  'paragraph heading list quote image gallery code preformatted verse separator table columns group buttons pullquote'
    .split(' ')
    .map((name) => `core/${name}`),
);

function inOneList(blocks: readonly PhpBlock[]): unknown[] {
  return blocks.flatMap(({ blockName, attrs, innerBlocks, innerContent }) => {
    if (blockName === null && !innerContent.some((piece) => piece?.trim())) return [];
    return [[blockName ?? 'core/freeform', asPhp(attrs)], ...inOneList(innerBlocks)];
  });
}

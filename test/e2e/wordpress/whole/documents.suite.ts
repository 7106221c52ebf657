// Every value of every kind of document, and what documents lead to, as REST has them.

import { type GraphQLInterfaceType, getNamedType, isInterfaceType, isLeafType, isObjectType } from 'graphql';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { Members } from '../../../support/asked-fields.ts';
import type { Graph } from '../../../support/graph.ts';
import type { RestDocument, RestReader } from '../rest-reader.ts';
import type { WordPressSite } from '../sites.ts';
import { heldBy, readers } from './document-values.ts';
import { editor, type Kind, kinds } from './kinds.ts';

/** Texts that the graph gives in several forms. */
const texts: readonly string[] = ['title', 'content', 'excerpt', 'caption', 'description'];

/** What no document says: `texts.test.ts`, `lists.test.ts` and `addresses.test.ts` hold it to what says it. */
const saidElsewhere = new Set([
  ...['wordCount', 'readingTime', 'commentCount'],
  ...['isFrontPage', 'isPostsPage', 'isPrivacyPage'],
]);

/** All of it, links for front ends, and images in other sizes, as far as a type has them. */
function readOutOf(graph: Graph, name: string): string {
  const type = graph.schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`The graph has no ${name}.`);
  return Object.values(type.getFields())
    .flatMap((field) => {
      const takes = (argument: string) => field.args.some(({ name: taken }) => taken === argument);
      const asks: string[] = [];
      if (takes('links')) asks.push('(links: ABSOLUTE)', '(links: RELATIVE)');
      if (takes('words')) asks.push('(words: 7)');
      if (takes('wordsPerMinute')) asks.push('(wordsPerMinute: 90)');
      if (takes('widths')) asks.push('(widths: [300, 600])');
      if (takes('quality')) {
        const formats = ['AUTO', 'AVIF', 'WEBP', 'JPEG', 'PNG'].map((format) => `(quality: 60, format: ${format})`);
        asks.push('(width: 90, fit: CONTAIN)', '(width: 90, height: 60, fit: COVER)', ...formats);
      }
      if (field.name === 'wordCount') asks.push('');
      if (field.name === 'headings') asks.push(' { level text anchor }');
      if (field.name === 'images') asks.push(' { url alt width height caption media { id } }');
      if (field.name === 'links') asks.push(' { url uri text rel isOwn node { id } }');
      return asks.map((ask, index) => `${field.name}_${index}: ${field.name}${ask}`);
    })
    .join(' ');
}

/** The values of a type that every site has, each as it is asked for. */
function valuesOf(graph: Graph, typeName: string): string[] {
  const type = graph.schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`The graph has no ${typeName}.`);
  const fields = Object.values(type.getFields()).filter(
    ({ name, type: of, description }) =>
      isLeafType(getNamedType(of)) && !/Source: `/.test(description ?? '') && !saidElsewhere.has(name),
  );
  return fields.flatMap((field) => {
    const withArguments = Object.keys(readers).filter((asked) => asked.startsWith(`${field.name}(`));
    const isComplete = field.name === 'rest' || field.name === 'srcSet';
    return [...(isComplete ? [] : [field.name]), ...withArguments].filter((asked) => asked !== 'id');
  });
}

/** Only what takes arguments needs another name beside itself. */
const aliasOf = (asked: string) => asked.replace(/\W+/g, '_');
const aliased = (asked: string) => (asked.includes('(') ? `${aliasOf(asked)}: ${asked}` : asked);

/** Words, whatever lies between them. */
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** What stands outside of tags. */
function textOf(html: string): string {
  let text = '';
  const parser = new Parser({
    ontext: (part) => (text += part),
    onopentag: () => (text += ' '),
    onclosetag: () => (text += ' '),
  });
  parser.end(html);
  return text;
}

export function documentsSuite(graph: () => Graph, rest: RestReader, { url }: WordPressSite): void {
  const ask = async (kind: Kind, documents: readonly RestDocument[], fields: string, login?: string) => {
    const ids = documents.map(({ id }) => id);
    const { list } = await graph().data(
      `query ($ids: [ID!]) {
        list: ${kind.many}(first: 100, where: { include: $ids }, orderBy: { field: INCLUDE }) { nodes { ${fields} } }
      }`,
      { variables: { ids }, headers: login === undefined ? {} : rest.headersOf(login) },
    );
    return list.nodes as readonly Members[];
  };

  describe.each(kinds)('$type', (kind) => {
    const interfaceOf = { content: 'Content', term: 'Term', user: 'Node', comment: 'Node' }[kind.family];

    it('has what its document has', async () => {
      const documents = (await rest.list(kind.route)).slice(0, 30);
      const values = valuesOf(graph(), kind.type);
      const fields = values.map(aliased).join(' ');
      const shared = valuesOf(graph(), interfaceOf).map(aliased).join(' ');
      const nodes = await ask(kind, documents, `id __typename ${fields} ... on ${interfaceOf} { id ${shared} }`);
      documents.forEach((document, row) => {
        const node = nodes[row] ?? {};
        expect(node).toMatchObject({ __typename: kind.type, id: btoa(`${kind.type}:${document.id}`) });
        const given = Object.fromEntries(values.map((asked) => [asked, node[aliasOf(asked)]]));
        const expected = Object.fromEntries(values.map((asked) => [asked, heldBy(asked, document, url)]));
        expect(given).toEqual(expected);
      });
    });

    it('has what is read out of its texts where they may be read, as its interface has it', async () => {
      const documents = (await rest.list(kind.route)).slice(0, 5);
      const [own, shared] = [kind.type, interfaceOf].map((name) => readOutOf(graph(), name));
      if (own === '') return;
      const alone = await ask(kind, documents, `id ${own}`);
      const nodes = await ask(kind, documents, `id ... on ${interfaceOf} { id ${shared} }`);
      expect(alone).toMatchObject(nodes);
      const withBodies = alone.filter((node) => node.wordCount_0 !== undefined);
      for (const node of withBodies) expect(node.wordCount_0 === null).toBe(node.content_0 === null);
    });

    it('gives its texts as plain text, and as stored to who may edit', async () => {
      const object = graph().schema.getType(kind.type);
      if (!isObjectType(object)) throw new Error(`The graph has no ${kind.type}.`);
      const [own, shared] = [object, graph().schema.getType(interfaceOf) as GraphQLInterfaceType].map((of) =>
        texts.filter((name) => of.getFields()[name]?.args.some((argument) => argument.name === 'format')),
      );
      const selection = (format: string) => {
        const asked = (names: readonly string[] = []) => names.map((name) => `${name}(format: ${format})`).join(' ');
        return `id ${asked(own)} ... on ${interfaceOf} { id ${asked(shared)} }`;
      };
      const documents = (await rest.list(kind.route)).slice(0, 10);
      const ids = documents.map(({ id }) => id);
      const [plain, marked, raw, stored] = await Promise.all([
        ask(kind, documents, selection('TEXT')),
        ask(kind, documents, selection('HTML')),
        ask(kind, documents, selection('RAW'), editor),
        rest.list(kind.route, { include: ids, orderby: 'include', context: 'edit' }, editor),
      ]);
      for (const name of own ?? []) {
        documents.forEach(({ id }, row) => {
          const [html, text] = [marked[row]?.[name] ?? null, plain[row]?.[name] ?? null];
          expect([id, name, text === null]).toEqual([id, name, html === null]);
          if (typeof html === 'string') expect(wordsIn(String(text))).toEqual(wordsIn(textOf(html)));
          const held = stored[row]?.[name];
          const expected = typeof held === 'string' ? held : ((held as Members | undefined)?.raw ?? null);
          expect([id, name, raw[row]?.[name]]).toEqual([id, name, expected]);
        });
      }
    });
  });
}

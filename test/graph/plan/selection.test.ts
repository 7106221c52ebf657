import {
  execute,
  GraphQLBoolean,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSchema,
  GraphQLString,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import type { FieldFacts } from '../../../src/graph/plan/field-plan.ts';
import { siteIndex } from '../../../src/graph/plan/origin.ts';
import { Selection } from '../../../src/graph/plan/selection.ts';
import type { Relations } from '../../../src/wordpress/relations.ts';
import { coreSite } from '../../../src/wordpress/resources.ts';
import { resourceOfType } from '../../../src/wordpress/site.ts';

function resource(type: string) {
  const found = resourceOfType(coreSite, type);
  if (!found) throw new Error(`There is no ${type}.`);
  return found;
}
const [posts, pages, users] = [resource('post'), resource('page'), resource('user')];

const facts = (pressgraph: FieldFacts) => ({ extensions: { pressgraph } });
const reading = (...reads: string[]) => ({ type: GraphQLString, ...facts({ reads }) });

/** A vocabulary of the test's own: a list of items behind `items`, a person behind `holder`. */
const dated = new GraphQLInterfaceType({ name: 'Dated', fields: { day: { type: GraphQLString } } });
const person: GraphQLObjectType = new GraphQLObjectType({
  name: 'Person',
  extensions: { pressgraph: { resource: users } },
  fields: () => ({
    label: reading('name'),
    about: reading('description'),
    secret: reading('meta.secret'),
    works: worksField,
  }),
});
const holder = new GraphQLObjectType({
  name: 'Holder',
  fields: { person: { type: person }, since: { type: GraphQLString } },
});
const fields = {
  misplaced: reading('media_details.width'),
  added: {
    type: GraphQLString,
    ...facts({ reads: (_args: never, of) => [of === posts ? 'box.a' : 'box'], isUnlisted: true }),
  },
  day: reading('date'),
  text: {
    type: GraphQLString,
    args: { full: { type: GraphQLBoolean, defaultValue: false } },
    ...facts({ reads: ({ full }: { full: boolean }) => (full ? ['content', 'excerpt'] : ['excerpt']) }),
  },
  holder: { type: holder, ...facts({ reads: ['author'], looksUpById: true, dresses: true }) },
};
const article: GraphQLObjectType = new GraphQLObjectType({
  name: 'Article',
  interfaces: [dated],
  extensions: { pressgraph: { resource: posts } },
  fields: () => ({
    ...fields,
    next: { type: article, ...facts({ reads: ['_links.next'], looksUpById: true }) },
    writer: {
      type: person,
      ...facts({
        looksUpById: true,
        embeds: () => ({ rel: 'author', route: '/users', property: 'author', to: users }),
      }),
    },
  }),
});
const sheet = new GraphQLObjectType({
  name: 'Sheet',
  interfaces: [dated],
  extensions: { pressgraph: { resource: pages } },
  fields: {
    day: reading('modified'),
    place: reading('menu_order'),
    added: fields.added,
    below: { type: new GraphQLList(dated), ...facts({ hints: ['template', 'count'] }) },
  },
});
const slot = new GraphQLObjectType({
  name: 'Slot',
  fields: {
    item: { type: article, ...facts({ needs: 'documents' }) },
    mark: { type: GraphQLString, ...facts({ needs: 'cursors' }) },
  },
});
const bounds = new GraphQLObjectType({
  name: 'Bounds',
  fields: {
    more: { type: GraphQLBoolean, ...facts({ needs: 'hasNextPage' }) },
    less: { type: GraphQLBoolean, ...facts({ needs: 'hasPreviousPage' }) },
  },
});
const works = new GraphQLObjectType({
  name: 'Works',
  fields: {
    items: { type: new GraphQLList(article), ...facts({ needs: 'documents' }) },
    slots: { type: new GraphQLList(slot), ...facts({ needs: 'documents', dresses: true }) },
    bounds: { type: bounds, ...facts({ needs: 'documents', dresses: true }) },
    count: { type: GraphQLInt, ...facts({ needs: 'total' }) },
  },
});
const worksField = { type: works, ...facts({ dresses: true }) };

const titled = new GraphQLInterfaceType({ name: 'Titled', fields: { title: { type: GraphQLString } } });
const bare = new GraphQLObjectType({ name: 'Bare', interfaces: [titled], fields: { title: { type: GraphQLString } } });
const about = new GraphQLObjectType({
  name: 'About',
  interfaces: [titled],
  extensions: { pressgraph: { resource: siteIndex } },
  fields: { title: reading('name') },
});

type Look = (info: GraphQLResolveInfo) => unknown;

/** What a look at the selection of the field named `here` tells. */
function seen(query: string, look: Look, variableValues: Record<string, unknown> = {}): unknown {
  let told: unknown;
  const resolve = (_source: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    if (info.path.key === 'here') told = look(info);
    return null;
  };
  const query_ = new GraphQLObjectType({
    name: 'Query',
    fields: {
      works: { ...worksField, resolve },
      article: { type: article, ...facts({ looksUpById: true }), resolve },
      dated: { type: dated, ...facts({ looksUpById: true }), resolve },
      holder: { type: holder, ...facts({ dresses: true, looksUpById: true }), resolve },
      about: { type: about, resolve },
      anything: { type: titled, resolve },
    },
  });
  const schema = new GraphQLSchema({ query: query_, types: [article, sheet, bare, about] });
  const { errors } = execute({ schema, document: parse(query), variableValues }) as { errors?: readonly Error[] };
  if (errors) throw errors[0];
  return told;
}

const own =
  (of = posts) =>
  (info: GraphQLResolveInfo) =>
    new Selection().own(info, of).paths;
const asked =
  (of = posts) =>
  (info: GraphQLResolveInfo) =>
    new Selection().asked(info, of).paths;
const needs = (info: GraphQLResolveInfo) => {
  const { documents, asked: _asked, ...others } = new Selection().page(info, posts);
  const wanted = Object.entries(others).flatMap(([name, isNeeded]) => (isNeeded ? [name] : []));
  return [documents?.paths, ...wanted];
};

describe('what may come with a document', () => {
  const embeds = (info: GraphQLResolveInfo) =>
    new Selection()
      .embeds(info, posts, {} as Relations)
      .map(({ rel, route, property, properties }) => [rel, route, property, properties.paths]);

  it('is what its fields lead to, as often as they do, with what is read of it', () => {
    const query = '{ here: article { ...on Article { writer { label } } again: writer { about } } }';
    expect(seen(query, embeds)).toEqual([['author', '/users', 'author', ['description', 'id', 'name']]]);
  });

  it('is also what only the id is read of: it tells that it is there', () => {
    expect(seen('{ here: article { writer { __typename } } }', embeds)).toEqual([
      ['author', '/users', 'author', ['id']],
    ]);
  });

  it('is what is read of it there, whatever is read of others of its kind elsewhere', () => {
    const query = '{ here: article { writer { label } } other: article { writer { secret } } }';
    expect(seen(query, embeds)).toEqual([['author', '/users', 'author', ['id', 'name']]]);
  });

  it.each([
    ['of which WordPress does not show there what is read', '{ here: article { writer { label secret } } }'],
    ['that no field leads to', '{ here: article { day } }'],
    ['that another type has', '{ here: dated { day } }'],
  ])('is nothing %s', (_what, query) => {
    expect(seen(query, embeds)).toEqual([]);
  });
});

describe('what a selection reads of the documents that a field leads to', () => {
  it('is what their fields read, and their ids', () => {
    expect(seen('{ here: article { day } }', own())).toEqual(['date', 'id']);
  });

  it('follows from arguments and variables', () => {
    const query = 'query ($full: Boolean) { here: article { text(full: $full) } }';
    expect(seen(query, own())).toEqual(['excerpt', 'id']);
    expect(seen(query, own(), { full: true })).toEqual(['content', 'excerpt', 'id']);
  });

  it('is read through what stands between, however that is called', () => {
    expect(seen('{ here: works { items { day } slots { mark item { text } } count } }', own())).toEqual([
      'date',
      'excerpt',
      'id',
    ]);
    expect(seen('{ here: holder { since person { label works { items { day } } } } }', own(users))).toEqual([
      'id',
      'name',
    ]);
  });

  it('is nothing of documents beyond these', () => {
    expect(seen('{ here: article { holder { person { label } } next { text } } }', own())).toEqual([
      '_links.next',
      'author',
      'id',
    ]);
  });

  it('goes by the resource where an interface has several', () => {
    const query = '{ here: dated { day ... on Sheet { place } ... on Article { text } } }';
    expect(seen(query, own(posts))).toEqual(['date', 'excerpt', 'id']);
    expect(seen(query, own(pages))).toEqual(['id', 'menu_order', 'modified']);
    expect(seen(query, own(users))).toEqual(['id']);
  });

  it('spreads fragments, each of several in one place, and those that spread one another once', () => {
    const chain = Array.from(
      { length: 40 },
      (_, n) => `fragment F${n} on Article { ...F${n + 1} ... on Dated { ...F${n + 1} } }`,
    );
    const query = `{ here: article { ...F0 } here: article { day } } ${chain.join(' ')} fragment F40 on Article { text }`;
    expect(seen(query, own())).toEqual(['date', 'excerpt', 'id']);
  });

  it('is of fields that several types share what their resource has', () => {
    expect(seen('{ here: article { misplaced day } }', own())).toEqual(['date', 'id']);
  });

  it('is of a field that reads what nobody knows to be there what it says, by what the document is of', () => {
    expect(seen('{ here: article { added day } }', own())).toEqual(['box.a', 'date', 'id']);
    expect(seen('{ here: dated { ... on Sheet { added } } }', own(pages))).toEqual(['box', 'id']);
  });

  it('obeys @skip and @include', () => {
    const query = `query ($yes: Boolean!, $no: Boolean!) {
      here: article { day @skip(if: $yes) text @include(if: $no) ... @include(if: $yes) { holder { since } } ...F @skip(if: $yes) }
    } fragment F on Article { next { day } }`;
    expect(seen(query, own(), { yes: true, no: false })).toEqual(['author', 'id']);
  });

  it('is told of the index of a site, which is of no resource, wherever an interface leads to it', () => {
    const ofIndex = (info: GraphQLResolveInfo) => new Selection().own(info, siteIndex).paths;
    expect(seen('{ here: about { title } }', ofIndex)).toEqual(['id', 'name']);
    expect(seen('{ here: anything { ... on Bare { title } ... on About { title } } }', ofIndex)).toEqual([
      'id',
      'name',
    ]);
  });
});

describe('what is asked when a document has to be looked up', () => {
  it('is what all fields of the operation that look up documents of its resource read', () => {
    const query = '{ here: article { day next { text } } works { items { holder { person { about } } } } }';
    expect(seen(query, asked())).toEqual(['_links.next', 'date', 'excerpt', 'id']);
    expect(seen(query, asked(users))).toEqual(['description', 'id']);
  });

  it('leaves out what lists read, which are asked for by themselves', () => {
    expect(seen('{ here: article { day } works { items { text } } }', asked())).toEqual(['date', 'id']);
  });

  it('is worked out once for each place', () => {
    const selection = new Selection();
    const looks = (info: GraphQLResolveInfo) =>
      [1, 2].map(() => [selection.wish(info, posts), selection.page(info, posts)]);
    const [one, other] = seen('{ here: article { day } }', looks) as [[unknown, unknown], [unknown, unknown]];
    expect(other[0]).toBe(one[0]);
    expect(other[1]).toBe(one[1]);
  });
});

describe('what would help a field', () => {
  it('is asked with the others, and is not read', () => {
    const looks = (info: GraphQLResolveInfo) => [own(pages)(info), asked(pages)(info)];
    expect(seen('{ here: dated { ... on Sheet { place below { day } } } }', looks)).toEqual([
      ['id', 'menu_order'],
      ['id', 'menu_order', 'template'],
    ]);
  });
});

describe('what is needed of a page', () => {
  it.each([
    ['{ here: works { count } }', [undefined, 'total']],
    ['{ here: works { items { day } } }', [['date', 'id']]],
    ['{ here: works { slots { mark } } }', [['id'], 'cursors']],
    ['{ here: works { ...P } } fragment P on Works { bounds { more } }', [['id'], 'hasNextPage']],
    ['{ here: works { bounds { less } count @skip(if: true) } }', [['id'], 'hasPreviousPage']],
    ['{ here: works { __typename } }', [undefined]],
  ])('by %s', (query, expected) => {
    expect(seen(query, needs)).toEqual(expected);
  });
});

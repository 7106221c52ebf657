import { afterEach, describe, expect, it, vi } from 'vitest';
import { BlockHtml } from '../../../src/graph/fields/block-html.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, type Script, scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph;
afterEach(() => {
  vi.restoreAllMocks();
  return graph.close();
});

const settings = { serviceAccount: 'editor:abcd EFGH', serviceAccountOpens: 'blocks,block-types' };
const account = `Basic ${Buffer.from('editor:abcd EFGH').toString('base64')}`;

const blockTypes = [
  {
    name: 'core/image',
    title: 'Image',
    description: 'Insert an image.',
    attributes: {
      id: { type: 'number' },
      url: { type: 'string', source: 'attribute', selector: 'img', attribute: 'src', role: 'content' },
      alt: { type: 'string', source: 'attribute', selector: 'img', attribute: 'alt', default: '' },
      caption: { type: 'rich-text', source: 'rich-text', selector: 'figcaption' },
      sizeSlug: { type: 'string' },
      linkDestination: { type: 'string', enum: ['none', 'media', 'custom'], default: 'none' },
      style: { type: 'object' },
      lightbox: { type: 'boolean', default: false },
      images: { type: 'array', source: 'query', selector: 'img', query: {} },
    },
  },
  { name: 'acme/price-table', title: 'Prices', attributes: { rows: { type: 'array', items: { type: 'integer' } } } },
  { name: 'acme/price_table', title: 'Prices again', attributes: [] },
  { name: 'No name', attributes: {} },
  null,
];

const raw =
  '<!-- wp:image {"id":7,"style":{"border":1},"linkDestination":"nowhere"} -->\n<figure class="wp-block-image"><img src="/a.jpg" alt="A"/><figcaption>b <em>c</em></figcaption></figure>\n<!-- /wp:image --><!-- wp:acme/price-table {"rows":[1,"2",{}]} /--><!-- wp:acme/price_table /--><!-- wp:acme/other /-->';
const rendered = '<figure class="wp-block-image"><img src="/a.jpg" alt="A" class="wp-image-7"/></figure>';

const site =
  (isOpen: boolean | number = true, types: unknown = blockTypes, stored = raw): Script =>
  ({ route, query, request }) => {
    const isEditor = request.headers.authorization === account;
    if (route === '/wp/v2/block-types') {
      const status = typeof isOpen === 'number' ? isOpen : 401;
      if (isEditor && isOpen === true) return { json: types };
      return { json: { code: 'rest_block_type_cannot_view', message: 'No.', data: { status } }, status };
    }
    if (route !== '/wp/v2/posts') return undefined;
    const content = { rendered, protected: false, ...(query.get('context') === 'edit' && isEditor && { raw: stored }) };
    return list([{ id: 1, type: 'post', status: 'publish', content }]);
  };

const query = `{ posts { nodes { blocks { source nodes { __typename name attributes
  ... on CoreImageBlock { typed { id url alt caption sizeSlug linkDestination style lightbox images } }
  ... on AcmePriceTableBlock { typed { rows } }
} } } } }`;

describe('types of blocks that the service account may read', () => {
  it('are types of the schema, with what a block says of itself, its HTML, and what is usual', async () => {
    graph = await openGraph(scriptedSite(site()), { settings });
    const { posts } = await graph.data(query);
    const { source, nodes } = posts.nodes[0].blocks;
    expect(source).toBe('STORED');
    expect(nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
      'CoreImageBlock',
      'AcmePriceTableBlock',
      'AcmePriceTableBlockField',
      'OtherBlock',
    ]);
    expect(nodes[0].typed).toEqual({
      id: 7,
      url: '/a.jpg',
      alt: 'A',
      caption: 'b <em>c</em>',
      sizeSlug: null,
      // Not one of those that there are: as usual.
      linkDestination: 'none',
      style: { border: 1 },
      lightbox: false,
      images: null,
    });
    expect(nodes[1].typed).toEqual({ rows: [1, 2, null] });
    expect(await graph.data(query, { warm: true })).toEqual({ posts });
  });

  it('have the HTML of a block read once, and each attribute of it, by however many names they are asked for', async () => {
    graph = await openGraph(scriptedSite(site()), { settings });
    const [parsed, found] = [vi.spyOn(BlockHtml.prototype, 'readOn'), vi.spyOn(BlockHtml.prototype, 'read')];
    const names = Array.from({ length: 15 }, (_, index) => `a${index}: typed { url alt again: url }`).join(' ');
    const { posts } = await graph.data(
      `{ posts { nodes { blocks { nodes(names: ["image"]) { ... on CoreImageBlock { ${names} } } } } } }`,
    );
    const [image] = posts.nodes[0].blocks.nodes;
    expect(Object.keys(image)).toHaveLength(15);
    for (const typed of Object.values(image)) expect(typed).toEqual({ url: '/a.jpg', alt: 'A', again: '/a.jpg' });
    expect(parsed).toHaveBeenCalledTimes(1);
    expect(found).toHaveBeenCalledTimes(2);
  });

  it('say nothing, not even what is usual, where the HTML is too long to look for it', async () => {
    const long = `<!-- wp:image --><img src="/a.jpg">${'<p>a</p>'.repeat(70_000)}<!-- /wp:image -->`;
    graph = await openGraph(scriptedSite(site(true, blockTypes, long)), { settings });
    const { posts } = await graph.data(
      '{ posts { nodes { blocks { nodes { ... on CoreImageBlock { typed { url alt caption linkDestination } } } } } } }',
    );
    const [image] = posts.nodes[0].blocks.nodes;
    expect(image).toEqual({ typed: { url: null, alt: null, caption: null, linkDestination: 'none' } });
  });

  it('say nothing, not even what is usual, where a comment is too long to be read', async () => {
    const long = `<!-- wp:image {"a":"${'b'.repeat(200_000)}","id":7} --><img src="/a.jpg"><!-- /wp:image -->`;
    graph = await openGraph(scriptedSite(site(true, blockTypes, `${long}<!-- wp:image {no} /-->`)), { settings });
    const { posts } = await graph.data(
      '{ posts { nodes { blocks { nodes { attributes ... on CoreImageBlock { typed { id url alt linkDestination } } } } } } }',
    );
    expect(posts.nodes[0].blocks.nodes).toEqual([
      { attributes: null, typed: { id: null, url: '/a.jpg', alt: '', linkDestination: null } },
      { attributes: null, typed: { id: null, url: null, alt: '', linkDestination: 'none' } },
    ]);
  });

  it('say of rendered HTML only what that says', async () => {
    const only = { ...settings, serviceAccountOpens: 'block-types' };
    graph = await openGraph(scriptedSite(site()), { settings: only });
    const { posts } = await graph.data(query);
    expect(posts.nodes[0].blocks).toMatchObject({
      source: 'RENDERED',
      nodes: [
        {
          __typename: 'CoreImageBlock',
          typed: { id: 7, url: '/a.jpg', alt: 'A', caption: null, linkDestination: null, lightbox: null, style: null },
        },
      ],
    });
  });

  it.each([401, 403, 404])('are left out where the site refuses them with %i', async (status) => {
    graph = await openGraph(scriptedSite(site(status)), { settings });
    expect(graph.schema.getType('CoreImageBlock')).toBeUndefined();
    const { posts } = await graph.data('{ posts { nodes { blocks { nodes { __typename } } } } }');
    expect(posts.nodes[0].blocks.nodes[0]).toEqual({ __typename: 'OtherBlock' });
  });

  it.each([[null], [{}], [7], [[{ name: 'core/a', attributes: { a: 7, b: null, c: [] } }]]])(
    'are no error where they are %j',
    async (types) => {
      graph = await openGraph(scriptedSite(site(true, types)), { settings });
      const { posts } = await graph.data('{ posts { nodes { blocks { nodes { name } } } } }');
      expect(posts.nodes[0].blocks.nodes).toHaveLength(4);
    },
  );

  it('are not asked for where the account does not open them', async () => {
    const asked: string[] = [];
    const open = site();
    const script: Script = (place) => {
      asked.push(place.route);
      return open(place);
    };
    graph = await openGraph(scriptedSite(script), { settings: { ...settings, serviceAccountOpens: 'blocks' } });
    expect(asked).not.toContain('/wp/v2/block-types');
    expect(graph.schema.getType('CoreImageBlock')).toBeUndefined();
  });

  it('are no more than two hundred, those of WordPress among them', async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ name: `acme/block-${at}`, title: 'A', attributes: {} }));
    graph = await openGraph(scriptedSite(site(true, [...many, ...blockTypes.slice(0, 1)])), { settings });
    const types = graph.schema.getPossibleTypes(graph.schema.getType('Block') as never);
    expect(types).toHaveLength(201);
    expect(types.map(({ name }) => name)).toContain('CoreImageBlock');
  });
});

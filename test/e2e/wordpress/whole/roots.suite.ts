// The ways into the graph: look-ups by all that a document is known by, nodes of any type, the site and its types.

import { decodeHTML } from 'entities';
import { describe, expect, it } from 'vitest';
import type { Members } from '../../../support/asked-fields.ts';
import type { Graph } from '../../../support/graph.ts';
import type { RestReader } from '../rest-reader.ts';
import type { WordPressSite } from '../sites.ts';
import { kinds } from './kinds.ts';

export function rootsSuite(graph: () => Graph, rest: RestReader, { url }: WordPressSite): void {
  it.each(kinds)(
    '$one is looked up by all that it is known by, and not by what is none',
    async ({ one, type, route, family }) => {
      const documents = (await rest.list(route)).slice(0, 5);
      for (const { id, slug, link } of documents) {
        const isOnly = documents.filter((other) => other.slug === slug).length === 1;
        const path = String(link).slice(url.length);
        const ways = [
          `databaseId: ${id}`,
          `id: ${JSON.stringify(btoa(`${type}:${id}`))}`,
          `uri: ${JSON.stringify(path)}`,
          ...(family === 'comment' || !isOnly ? [] : [`slug: ${JSON.stringify(slug)}`]),
        ];
        const found = await graph().data(
          `{ ${ways.map((by, index) => `_${index}: ${one}(by: { ${by} }) { databaseId }`).join(' ')}
           none: ${one}(by: { databaseId: 99999999 }) { databaseId }
           node(id: ${JSON.stringify(btoa(`${type}:${id}`))}) { id __typename }
           nodes(ids: [${JSON.stringify(btoa(`${type}:${id}`))}]) { id } }`,
        );
        const node = { id: btoa(`${type}:${id}`), __typename: type };
        expect(found).toEqual({
          ...Object.fromEntries(ways.map((_, index) => [`_${index}`, { databaseId: id }])),
          none: null,
          node,
          nodes: [{ id: node.id }],
        });
      }
    },
  );

  it('a book is found by its address in its own script', async () => {
    const { encoded, decoded, slug } = await graph().data(`{
      encoded: book(by: { uri: "/books/%e6%bd%ae%e3%81%ae%e6%9c%ac/" }) { databaseId }
      decoded: book(by: { uri: "/books/潮の本/" }) { databaseId uri(form: DECODED) }
      slug: book(by: { slug: "潮の本" }) { databaseId }
    }`);
    expect(encoded).toEqual({ databaseId: 607 });
    expect(decoded).toEqual({ databaseId: 607, uri: '/books/潮の本/' });
    expect(slug).toEqual({ databaseId: 607 });
  });

  it('the site says of itself what its index says', async () => {
    const [{ site }, index] = await Promise.all([
      graph().data(
        `{ site { id name description url home timezone gmtOffset iconUrl icon { databaseId } logo { databaseId } } }`,
      ),
      rest.one('/'),
    ]);
    expect(site).toEqual({
      id: btoa('Site:site'),
      name: 'Harbour & Hinterland',
      description: decodeHTML(String(index.description)),
      url: index.url,
      home: index.home,
      timezone: index.timezone_string,
      gmtOffset: Number(index.gmt_offset),
      iconUrl: index.site_icon_url || null,
      icon: index.site_icon ? { databaseId: index.site_icon } : null,
      logo: index.site_logo ? { databaseId: index.site_logo } : null,
    });
  });

  describe.each([
    ['contentTypes', 'contentType', 'ContentType', '/wp/v2/types', 'taxonomies', 'hasArchive icon'],
    ['taxonomies', 'taxonomy', 'Taxonomy', '/wp/v2/taxonomies', 'contentTypes', ''],
  ])('%s', (many, one, type, route, related, more) => {
    it('are those that REST lists, with what it says of them', async () => {
      const fields = `id name label description hierarchical restBase restNamespace restRoute ${more}`;
      const [listed, found] = await Promise.all([
        rest.one(route),
        graph().data(`{ all: ${many} { ${fields} ${related} { name } } one: ${one}(name: "${one === 'taxonomy' ? 'genre' : 'book'}") { ${fields} }
          none: ${one}(name: "nothing") { name } }`),
      ]);
      const names = found.all.map(({ name }: { name: string }) => name);
      expect(names).toEqual(
        expect.arrayContaining(one === 'taxonomy' ? ['genre', 'season'] : ['book', 'place', 'recipe']),
      );
      for (const { [related]: neighbours, ...given } of found.all) {
        const said = listed[given.name] as Readonly<Record<string, unknown>>;
        expect(given).toMatchObject({
          id: btoa(`${type}:${given.name}`),
          label: said.name,
          description: said.description,
          hierarchical: said.hierarchical,
          restBase: said.rest_base,
          restNamespace: said.rest_namespace ?? 'wp/v2',
          restRoute: `/${said.rest_namespace ?? 'wp/v2'}/${said.rest_base}`,
        });
        if (more) expect([given.hasArchive, given.icon]).toEqual([said.has_archive !== false, said.icon ?? null]);
        const own = (said.taxonomies ?? said.types) as readonly string[];
        expect(own).toEqual(expect.arrayContaining(neighbours.map(({ name }: { name: string }) => name)));
      }
      const { [related]: _, ...book } = found.all.find(({ name }: { name: string }) => name === found.one.name);
      expect(found.one).toEqual(book);
      expect(found.none).toBeNull();
    });
  });

  it('a picture knows its files, and what the camera wrote', async () => {
    const pictures = await rest.list('/wp/v2/media');
    const { list } = await graph().data(
      `query ($ids: [ID!]) { list: mediaItems(first: 100, where: { include: $ids }, orderBy: { field: INCLUDE }) { nodes {
        sizes { name file width height mimeType fileSize sourceUrl }
        imageMeta { aperture camera caption copyright createdTimestamp credit focalLength iso keywords orientation shutterSpeed title }
      } } }`,
      { variables: { ids: pictures.map(({ id }) => id) } },
    );
    pictures.forEach((picture, row) => {
      const { sizes = {}, image_meta: meta } = picture.media_details as Readonly<
        Record<string, Readonly<Record<string, never>>>
      >;
      const { sizes: given, imageMeta } = list.nodes[row];
      expect(given.map(({ name }: { name: string }) => name).sort()).toEqual(Object.keys(sizes).sort());
      for (const size of given) {
        const { filesize, mime_type, source_url, file, width, height } = (sizes[size.name] ?? {}) as Members;
        expect(size).toMatchObject({ file, width, height, mimeType: mime_type, sourceUrl: source_url });
        if (filesize !== undefined) expect(size.fileSize).toBe(filesize);
      }
      if (!meta) return;
      const none = (value: unknown) => (value === '' || value === '0' ? null : value);
      expect(imageMeta).toMatchObject({
        camera: none(meta.camera),
        title: none(meta.title),
        keywords: meta.keywords ?? [],
      });
      const numbers = [
        meta.aperture,
        meta.iso,
        meta.focal_length,
        meta.shutter_speed,
        meta.orientation,
        meta.created_timestamp,
      ];
      const { aperture, iso, focalLength, shutterSpeed, orientation, createdTimestamp, caption, copyright, credit } =
        imageMeta;
      expect([aperture, iso, focalLength, shutterSpeed, orientation, createdTimestamp]).toEqual(
        numbers.map((value) => (none(value) === null ? null : Number(value))),
      );
      expect([caption, copyright, credit]).toEqual([none(meta.caption), none(meta.copyright), none(meta.credit)]);
    });
  });
}

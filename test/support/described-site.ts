/**
 * A site as plain data, with types of its own that have fields of every kind: for what is said of a site, with nothing to ask.
 */
import { createRestRoot } from '../../src/wordpress/http/rest-root.ts';
import { coreSite, type Resource } from '../../src/wordpress/resources.ts';
import type { Site } from '../../src/wordpress/site.ts';
import type { MemberSchema, ValueSchema } from '../../src/wordpress/value-schema.ts';

const member = (name: string, value: ValueSchema): MemberSchema => ({ name, description: '', value });
const text: ValueSchema = { kind: 'text' };

function like(type: string, own: Partial<Resource>): Resource {
  const core = coreSite.resources.find((resource) => resource.type === type);
  if (!core) throw new Error(`Core has no ${type}.`);
  const names = (own.members ?? []).map(({ name }) => name);
  return { ...core, ...own, properties: core.properties.with(...names) };
}

const book = like('post', {
  type: 'book',
  name: 'books',
  route: '/wp/v2/books',
  label: 'Books',
  taxonomies: ['genre'],
  sorters: ['genre'],
  members: [
    member('meta', {
      kind: 'object',
      members: [
        member('page_count', { kind: 'integer', isSmall: true }),
        member('related_ids', { kind: 'json', reason: 'may be anything' }),
      ],
    }),
    member('acf', {
      kind: 'object',
      members: [
        member('making', { kind: 'object', members: [member('paper-kind', text)] }),
        member('sequel', { kind: 'ids', isOne: true }),
      ],
    }),
    member('shelf_code', text),
  ],
  arguments: [member('pages_min', { kind: 'integer', isSmall: false })],
});
const genre = like('category', { type: 'genre', name: 'genre', route: '/wp/v2/genre', label: 'Genres' });

export const describedSite: Pick<Site, 'root' | 'resources' | 'leftOut'> = {
  root: createRestRoot('https://site.test/wp-json/', 'https://site.test/wp-json/'),
  resources: [...coreSite.resources, book, genre],
  leftOut: [
    { name: 'wp_block', kind: 'type', reason: 'is for editors' },
    { name: 'wp_template', kind: 'type', reason: 'is for editors' },
    { name: 'berth', kind: 'type', reason: 'answers with status 404' },
  ],
};

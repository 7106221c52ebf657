/**
 * Lists the long books of the sample site, a type that only this site has: `npx tsx examples/own-types/books.ts <endpoint> [pages]`.
 * Its types, fields and filters come from the site's own schema, which `pressgraph schema <site>` prints.
 */
import { graphql } from './generated/gql.ts';
import type { LongBooksQuery } from './generated/graphql.ts';

const LongBooks = graphql(`
  query LongBooks($pages: SafeInt!) {
    books(first: 20, where: { pagesMin: $pages }, orderBy: { field: TITLE }) {
      nodes {
        title(format: TEXT)
        author {
          name
        }
        genres {
          name
        }
        customFields {
          pageCount
          language
        }
        acf {
          relatedPostsNodes {
            ... on Post {
              title(format: TEXT)
            }
          }
        }
      }
    }
  }
`);

type Book = NonNullable<LongBooksQuery['books']>['nodes'][number];

function lines({ title, author, genres, customFields, acf }: Book): string[] {
  const sorted = genres?.map(({ name }) => name).join(', ');
  const about = [author?.name, sorted, `${customFields?.pageCount} pages`, customFields?.language];
  const related = acf?.relatedPostsNodes?.flatMap((node) => ('title' in node ? [`    see: ${node.title}`] : [])) ?? [];
  return [title ?? '', `    ${about.filter(Boolean).join(' · ')}`, ...related];
}

const [endpoint, pages = '100'] = process.argv.slice(2);
if (!endpoint || !/^\d+$/.test(pages)) {
  console.error('Usage: npx tsx examples/own-types/books.ts <endpoint> [pages]');
  process.exit(2);
}
try {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: LongBooks.toString(), variables: { pages: Number(pages) } }),
  });
  const { data, errors } = (await answer.json()) as { data?: LongBooksQuery; errors?: { message: string }[] };
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join('; ') ?? `status ${answer.status}`);
  for (const book of data.books?.nodes ?? []) console.log(lines(book).join('\n'));
} catch (error) {
  const { message, cause } = error as Error;
  console.error(`${endpoint} did not answer as hoped: ${cause instanceof Error ? cause.message : message}`);
  process.exit(1);
}

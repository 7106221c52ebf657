/**
 * Content as who may edit it reads it (`context=edit`): beside what is shown stands what is stored.
 * Knows which properties have both forms. What WordPress would make of a new slug is left out.
 */

import type { MagazineMedia } from './magazine.ts';
import type { Article, Recorded } from './recorded.ts';

type Document = Readonly<Record<string, unknown>> & { readonly id: number };

/** @param name of its collection; what was not authored has one form alone, and is given as it is */
export function storedForm(
  name: string,
  document: Document,
  { articles, magazine, bodies, opened }: Recorded,
): Document {
  const media = name === 'media' ? magazine.media.find(({ id }) => id === document.id) : undefined;
  if (media) return withStored(document, ofMedia(media));
  const article = articles.get(name)?.find(({ id }) => id === document.id);
  if (!article) return document;
  const whole = opened.find(({ id }) => id === document.id) ?? document;
  return { ...withStored(whole, ofArticle(article, bodies.get(article.id))), password: article.password };
}

type Stored = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function ofArticle({ title, excerpt }: Article, body: string | undefined): Stored {
  const text = body?.replace(/\n+$/, '');
  return {
    title: { raw: title },
    excerpt: { raw: excerpt },
    ...(text !== undefined && { content: { raw: text, block_version: Number(text.includes('<!-- wp:')) } }),
  };
}

function ofMedia({ title, caption, description }: MagazineMedia): Stored {
  return { title: { raw: title }, caption: { raw: caption }, description: { raw: description } };
}

function withStored(document: Document, stored: Stored): Document {
  const both = Object.entries(stored).flatMap(([name, forms]) =>
    name in document ? [[name, { ...(document[name] as object), ...forms }] as const] : [],
  );
  return { ...document, ...Object.fromEntries(both) };
}

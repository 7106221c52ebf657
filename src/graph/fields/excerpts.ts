/**
 * The excerpt of content: as WordPress gives it, or a number of words of it.
 * Knows how WordPress makes one of a body where nobody has written one (`wp_trim_excerpt`): its first words, 55 of them or as
 * many as the theme says, with a mark behind them and often a link to the whole. Nothing says which of both an excerpt is.
 */
import { escapeText } from 'entities';
import { badInput } from '../../errors.ts';
import { andThen, type MaybePromise } from '../../maybe-promise.ts';
import type { PostDocument } from '../../wordpress/documents.ts';
import { pageUri } from '../../wordpress/own-address.ts';
import { Properties } from '../../wordpress/properties.ts';
import type { Site } from '../../wordpress/site.ts';
import { uriOf } from '../../wordpress/site-address.ts';
import type { GraphContext } from '../context.ts';
import type { GraphNode } from '../node.ts';
import { readsByArguments } from '../plan/field-plan.ts';
import { outlineOf } from './body-parts.ts';
import type { Outline } from './outline.ts';
import { givenOut, loadStoredText, type TextArguments, type TextPlan, unlessProtected } from './texts.ts';
import { cutAfter, isLongerThan } from './words.ts';

interface ExcerptArguments extends TextArguments {
  /** How many it is to have at most. */
  readonly words?: number | null | undefined;
}

const mostWords = 1_000;

export const excerpt: TextPlan<PostDocument, ExcerptArguments> = readsByArguments(
  'excerpt',
  ({ format, words }) => (format === 'RAW' ? [] : typeof words === 'number' ? ['excerpt', 'link'] : ['excerpt']),
  (node, args, context) => {
    if (!node.resource.properties.has('excerpt')) return null;
    if (args.format === 'RAW') return loadStoredText(node, 'excerpt', context);
    if (typeof args.words === 'number') return inWords(node, args.words, args.format, context);
    const html = unlessProtected(node.document.excerpt);
    return html === null ? null : givenOut(node, 'excerpt', html, args, context);
  },
);

function inWords(
  node: GraphNode<PostDocument>,
  words: number,
  format: TextArguments['format'],
  context: GraphContext,
): MaybePromise<string | null> {
  if (words < 1 || words > mostWords) throw badInput('words', `${words} is no length; ask for 1 to ${mostWords}.`);
  const outline = outlineOf(node, 'excerpt', node.document.excerpt, context);
  const cut = andThen(outline, (found) => found && cutTo(node, found, words, context));
  return andThen(cut, (text) => (!text || format === 'TEXT' ? text : `<p>${escapeText(text)}</p>`));
}

function cutTo(
  node: GraphNode<PostDocument>,
  outline: Outline,
  words: number,
  context: GraphContext,
): MaybePromise<string> {
  const start = markedStart(outline, node, context);
  if (start === null || isLongerThan(start, words)) return cutAfter(start ?? outline.text, words);
  return andThen(bodyOf(node, context), (body) =>
    cutAfter(body && isStartOf(start, body.text) ? body.text : outline.text, words),
  );
}

/** What stands ahead of the mark by which WordPress says that there is more, or of the link to it; `null` without one. */
function markedStart(
  { text, links }: Outline,
  { document }: GraphNode<PostDocument>,
  context: GraphContext,
): string | null {
  const { site } = context.loaders;
  const last = links.at(-1);
  const isLinked =
    last !== undefined && last.text !== '' && text.endsWith(last.text) && leadsTo(last.href, document.link, site);
  const unlinked = isLinked ? text.slice(0, -last.text.length).trimEnd() : text;
  const mark = marks.find((each) => unlinked.endsWith(each));
  if (mark !== undefined) return unlinked.slice(0, -mark.length).trimEnd();
  return isLinked ? unlinked : null;
}

const marks = ['[…]', '[...]', '…', '...'];

/** Whether a link is to a document, or to a place in it. */
function leadsTo(href: string, link: unknown, site: Pick<Site, 'home' | 'root'>): boolean {
  const uri = pageUri(href, site);
  return uri !== null && uri.replace(/#.*$/, '') === uriOf(link, site.home)?.replace(/#.*$/, '');
}

/** The body, which few need: it is known, or asked for together with those of a list. */
function bodyOf(node: GraphNode<PostDocument>, context: GraphContext): MaybePromise<Outline | null> {
  const { resource, document } = node;
  if (!resource.properties.has('content')) return null;
  const loaded = context.loaders.reference(resource.route, document.id, { wanted: body, asked: body });
  const whole = andThen(loaded, (found) => found && (found.whole ?? found.document));
  return andThen(whole, (found) => found && outlineOf(node, 'content', (found as PostDocument).content, context));
}

const body = Properties.of('content');

/** WordPress parts words by white space alone, where a body may have a tag. */
function isStartOf(start: string, text: string): boolean {
  return text.replace(/\s+/g, '').startsWith(start.replace(/\s+/g, ''));
}

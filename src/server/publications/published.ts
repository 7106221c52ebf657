/**
 * `/sitemap.xml` with the sitemaps that it names, `/feed.xml` and `/feed.json`: what crawlers and readers of feeds ask for.
 * Knows which address stands for what. It is the same for all who ask, whatever their rights are.
 */
import type { Publications } from '../../graph/publications.ts';
import type { KeptAnswers } from '../answers/kept-answers.ts';
import type { ReadRequest } from '../http/read-request.ts';
import { type Refusal, refusalResponse } from '../http/refusal.ts';
import type { RequestHead } from '../http/request-head.ts';
import { WrittenAnswer } from '../http/written-answer.ts';
import { besidePath, type Route } from '../route.ts';
import { feedSize, writeJsonFeed, writeRss } from './feeds.ts';
import { type PlaceOptions, placeOf } from './place.ts';
import { notPublished, type Publication, PublicationRequest, publication } from './publication.ts';
import { sitemapSize, writeIndex, writeSitemap } from './sitemap.ts';

export interface PublishedOptions extends Omit<PlaceOptions, 'gateway'> {
  readonly publications: Publications;
  readonly kept: KeptAnswers<PublicationRequest>;
  readonly graphqlPath: string;
  readonly sitemap: boolean;
  readonly feeds: boolean;
}

export class Published implements Route {
  readonly mostBytes = 0;
  readonly #options: PublishedOptions;
  readonly #index: string;
  readonly #sitemaps: string;
  readonly #rss: string;
  readonly #jsonFeed: string;

  constructor(options: PublishedOptions) {
    this.#options = options;
    const at = (name: string) => besidePath(options.graphqlPath, name);
    [this.#index, this.#sitemaps, this.#rss, this.#jsonFeed] = [
      at('sitemap.xml'),
      at('sitemap-'),
      at('feed.xml'),
      at('feed.json'),
    ];
  }

  takes(head: RequestHead): boolean {
    if (head.mayHaveBody) return false;
    const { sitemap, feeds } = this.#options;
    const isSitemap = head.isAt(this.#index) || head.path.startsWith(this.#sitemaps);
    return (sitemap && isSitemap) || (feeds && (head.isAt(this.#rss) || head.isAt(this.#jsonFeed)));
  }

  find(request: ReadRequest): WrittenAnswer | undefined {
    const asked = this.#asked(request);
    const found = asked instanceof PublicationRequest ? this.#options.kept.find(asked) : undefined;
    return found && (withoutBody(request, found) as WrittenAnswer);
  }

  async answer(request: ReadRequest, client: AbortSignal): Promise<WrittenAnswer | Response> {
    const asked = this.#asked(request);
    if (!(asked instanceof PublicationRequest)) return refusalResponse(asked);
    return withoutBody(request, await this.#options.kept.answer(asked, client));
  }

  #asked({ head, encoding }: ReadRequest): PublicationRequest | Refusal {
    const found = this.#published(head);
    if ('message' in found) return found;
    const place = placeOf({ ...this.#options, gateway: head.place });
    return new PublicationRequest(head, encoding, found, place);
  }

  #published(head: RequestHead): Publication | Refusal {
    if (head.isAt(this.#index)) return this.#siteIndex();
    const { pathname, searchParams } = new URL(head.path, 'http://gateway.invalid');
    if (pathname.startsWith(this.#sitemaps)) return this.#sitemap(pathname);
    return this.#feed(pathname, searchParams.get('type') ?? undefined);
  }

  #siteIndex(): Publication {
    const parts = {
      contentType: 'application/xml; charset=utf-8',
      path: this.#index,
      question: this.#options.publications.sections,
    };
    return publication(parts, (sections, place) =>
      writeIndex(sections, place, (section, number) => `${this.#sitemaps}${section}-${number}.xml`),
    );
  }

  #sitemap(path: string): Publication | Refusal {
    const [, section = '', digits] = /^(.+)-([1-9]\d{0,5})\.xml$/.exec(path.slice(this.#sitemaps.length)) ?? [];
    const start = (Number(digits) - 1) * sitemapSize;
    const question = digits && this.#options.publications.addresses(section, start, sitemapSize);
    if (!question) return notPublished(`There is no such sitemap; those that there are stand in ${this.#index}.`);
    return publication({ contentType: 'application/xml; charset=utf-8', path, question }, writeSitemap);
  }

  #feed(path: string, type: string | undefined): Publication | Refusal {
    const { publications } = this.#options;
    const question = publications.feed(type, feedSize);
    if (!question) {
      const types = publications.types.join(', ');
      return notPublished(`The parameter "type": there is no feed of such; expected one of ${types}.`);
    }
    const self = type === undefined ? path : `${path}?${new URLSearchParams({ type })}`;
    const [contentType, write] =
      path === this.#rss
        ? (['application/rss+xml; charset=utf-8', writeRss] as const)
        : (['application/feed+json; charset=utf-8', writeJsonFeed] as const);
    return publication({ contentType, path: self, question }, (feed, place) => write(feed, place, self));
  }
}

/** What is asked for by `HEAD` is told without it. */
function withoutBody({ head }: ReadRequest, answer: WrittenAnswer | Response): WrittenAnswer | Response {
  if (head.method !== 'HEAD') return answer;
  const { status, headers } = answer;
  if (answer instanceof WrittenAnswer) return new WrittenAnswer(status, answer.headers, undefined);
  return new Response(null, { status, headers: [...(headers as Headers)] });
}

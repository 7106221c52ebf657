// Reads a site's REST API by hand: what WordPress itself says is what the graph is held to.

import type { Members } from '../../support/asked-fields.ts';
import type { WordPressSite } from './sites.ts';

/** A document as WordPress gives it, whole. */
export interface RestDocument extends Members {
  readonly id: number;
}

export type RestQuery = Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;

export class RestReader {
  readonly #site: WordPressSite;
  /** Each list is asked for once. */
  readonly #lists = new Map<string, Promise<readonly RestDocument[]>>();

  constructor(site: WordPressSite) {
    this.#site = site;
  }

  /** Documents of a collection, a hundred unless told, in its order. @param login of the viewer; anybody where there is none */
  list(route: string, query: RestQuery = {}, login?: string): Promise<readonly RestDocument[]> {
    const values = Object.entries({ per_page: 100, ...query }).map(([name, value]): [string, string] => [
      name,
      [value].flat().join(','),
    ]);
    const address = `${this.#site.restRoot}${route}?${new URLSearchParams(values)}`;
    const key = JSON.stringify([login, address]);
    const known = this.#lists.get(key) ?? this.#fetch(address, login);
    this.#lists.set(key, known);
    return known;
  }

  /** What stands at a route that is no collection. */
  async one(route: string): Promise<Members> {
    return (await this.#fetch(`${this.#site.restRoot}${route}`, undefined)) as unknown as Members;
  }

  async ids(route: string, query: RestQuery = {}, login?: string): Promise<number[]> {
    return (await this.list(route, { _fields: 'id', ...query }, login)).map(({ id }) => id);
  }

  async #fetch(address: string, login: string | undefined): Promise<readonly RestDocument[]> {
    const headers: Record<string, string> = login === undefined ? {} : this.headersOf(login);
    const response = await fetch(address, { headers });
    const body = await response.json();
    if (!response.ok) throw new Error(`${address} answers ${response.status}: ${JSON.stringify(body)}`);
    return body as RestDocument[];
  }

  headersOf(login: string): { authorization: string } {
    const password = this.#site.users[login]?.applicationPassword;
    return { authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}` };
  }
}

// Orders of lists: for each choice of `orderBy`, both directions, REST's own argument for it, and the filter that some need.

import type { RestReader } from '../rest-reader.ts';
import { editor, type Kind, type ListCase } from './kinds.ts';

/** @param choices names of the orders that the list offers */
export async function orderCases(kind: Kind, choices: readonly string[], rest: RestReader): Promise<ListCase[]> {
  const documents = await rest.list(kind.route);
  const few = [documents[2], documents[0], documents[1]];
  const [ids, slugs] = [few.map((document) => document?.id ?? 0), few.map((document) => String(document?.slug))];
  const needs: Readonly<Record<string, Partial<ListCase> & { where?: string }>> = {
    INCLUDE: { where: `include: ${JSON.stringify(ids)}`, query: { include: ids } },
    SLUGS: { where: `slugs: ${JSON.stringify(slugs)}`, query: { slug: slugs } },
    RELEVANCE: { where: 'search: "the"', query: { search: 'the' } },
    EMAIL: { login: editor },
    REGISTERED_DATE: { login: editor },
  };
  return choices.flatMap((choice) =>
    (['ASC', 'DESC'] as const).map((direction): ListCase => {
      const { where, query, ...others } = needs[choice] ?? {};
      const orderby = choice === 'SLUGS' ? 'include_slugs' : choice.toLowerCase();
      return {
        about: choice,
        arguments: `orderBy: { field: ${choice}, direction: ${direction} }${where ? ` where: { ${where} }` : ''}`,
        query: { ...query, orderby, order: direction.toLowerCase() },
        ...others,
      };
    }),
  );
}

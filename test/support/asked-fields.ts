/**
 * What WordPress gives of a document that is asked for with `_fields`, whatever the kind of document.
 * Source: `rest_filter_response_fields`. The sample site knows beside it which controllers look below which names.
 */

export type Json = null | boolean | string | number | readonly Json[] | Members;
export interface Members {
  readonly [name: string]: Json;
}

function isMap(value: Json | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A path through what is no map ends there, and that is given as it is; a list has no named members, and is given empty. */
export function askedOf(document: Members, fields: readonly string[]): Members {
  const pick = (value: Members, paths: readonly (readonly string[])[]): Members =>
    Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => {
        const further = paths.filter(([first]) => first === name).map(([, ...below]) => below);
        if (further.length === 0) return [];
        if (further.some((below) => below.length === 0)) return [[name, member]];
        if (Array.isArray(member)) return [[name, []]];
        return [[name, isMap(member) ? orEmptyList(pick(member, further)) : member]];
      }),
    );
  return pick(
    document,
    honoured(fields).map((field) => field.split('.')),
  );
}

/** WordPress leaves its loop at a path that follows its own parent: what stands behind it is lost. */
function honoured(fields: readonly string[]): readonly string[] {
  const end = fields.findIndex((field, index) => fields.slice(0, index).some((other) => field.startsWith(`${other}.`)));
  return end === -1 ? fields : fields.slice(0, end);
}

/** As PHP prints a map without members. */
function orEmptyList(value: Members): Json {
  return Object.keys(value).length === 0 ? [] : value;
}

/** What stands at a path; `undefined` where a name on the way is that of nothing. */
export function readPath(value: Json | undefined, [name, ...below]: readonly string[]): Json | undefined {
  if (name === undefined) return value;
  return isMap(value) ? readPath(value[name], below) : undefined;
}

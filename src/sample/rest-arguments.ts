/**
 * Checks and cleans the arguments of a request by their descriptions.
 * Knows `rest_validate_value_from_schema` and `rest_sanitize_value_from_schema` as far as core's collections use them.
 */
import type { QueryMap, QueryValue } from './php-query.ts';
import type { ArgumentSchema } from './recorded.ts';
import { RestError } from './rest-error.ts';

/** Arguments after cleaning: integers are numbers, lists are lists, what was not given has its default. */
export type Arguments = Readonly<Record<string, unknown>>;

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly data: unknown;
}

export interface CheckedArguments {
  readonly values: Arguments;
  /** The given ones as WordPress rewrites them, in the order given; unregistered ones as they came. */
  readonly given: Readonly<Record<string, QueryValue>>;
}

/** @throws RestError `rest_invalid_param` for all bad arguments together */
export function checkArguments(
  schemas: Readonly<Record<string, ArgumentSchema>>,
  query: Readonly<Record<string, QueryValue>>,
  forbiddenStatus?: (status: string) => boolean,
): CheckedArguments {
  const problems: [string, Problem][] = [];
  const values: Record<string, unknown> = {};
  const given: Record<string, QueryValue> = { ...query };
  for (const [name, schema] of Object.entries(schemas)) {
    const value = query[name];
    if (value === undefined) {
      if (schema.default !== undefined) values[name] = schema.default;
      continue;
    }
    // Statuses have a check of their own, which does not tell what is unknown from what is forbidden.
    const problem = problemOf(name, value, name === 'status' && schema.items ? { ...schema, items: {} } : schema);
    if (problem) {
      problems.push([name, problem]);
      continue;
    }
    const clean = cleaned(value, schema);
    if (name === 'status' && Array.isArray(clean) && clean.some((status) => forbiddenStatus?.(String(status)))) {
      problems.push([name, { code: 'rest_forbidden_status', message: 'Status is forbidden.', data: { status: 401 } }]);
      continue;
    }
    values[name] = clean;
    given[name] = clean as QueryValue;
  }
  if (problems.length > 0) throw invalid(problems);
  return { values, given };
}

function invalid(problems: readonly [string, Problem][]): RestError {
  const names = problems.map(([name]) => name).join(', ');
  return new RestError(400, 'rest_invalid_param', `Invalid parameter(s): ${names}`, {
    params: Object.fromEntries(problems.map(([name, { message }]) => [name, message])),
    details: Object.fromEntries(problems),
  });
}

function problemOf(name: string, value: QueryValue, schema: ArgumentSchema): Problem | null {
  if (schema.oneOf) return alternativesProblem(name, value, schema.oneOf);
  switch (schema.type) {
    case 'integer':
      return isInteger(value) ? boundsProblem(name, Number(value), schema) : wrongType(name, 'integer');
    case 'boolean':
      return isBoolean(value) ? null : wrongType(name, 'boolean');
    case 'array':
      return listProblem(name, value, schema);
    case 'object':
      return mapProblem(name, value, schema);
    default:
      return textProblem(name, value, schema);
  }
}

function textProblem(name: string, value: QueryValue, schema: ArgumentSchema): Problem | null {
  if (typeof value === 'object') return wrongType(name, 'string');
  const text = String(value);
  if (schema.enum && !schema.enum.includes(text)) {
    const message = `${name} is not one of ${enumerated(schema.enum.map(String))}.`;
    return { code: 'rest_not_in_enum', message, data: null };
  }
  if (schema.format === 'date-time' && !isDateTime(text)) {
    return { code: 'rest_invalid_date', message: 'Invalid date.', data: null };
  }
  if (schema.format === 'email' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)) {
    return { code: 'rest_invalid_email', message: 'Invalid email address.', data: null };
  }
  return null;
}

function listProblem(name: string, value: QueryValue, schema: ArgumentSchema): Problem | null {
  const items = asList(value);
  if (!items) return wrongType(name, 'array');
  for (const [index, item] of items.entries()) {
    const problem = schema.items && problemOf(`${name}[${index}]`, item, schema.items);
    if (problem) return problem;
  }
  return null;
}

function mapProblem(name: string, value: QueryValue, schema: ArgumentSchema): Problem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrongType(name, 'object');
  for (const [key, item] of Object.entries(value as QueryMap)) {
    const property = schema.properties?.[key];
    if (!property) {
      const message = `${key} is not a valid property of Object.`;
      return { code: 'rest_additional_properties_forbidden', message, data: null };
    }
    const problem = problemOf(`${name}[${key}]`, item, property);
    if (problem) return problem;
  }
  return null;
}

/** WordPress explains the alternative that came nearest: the one of the value's own kind. */
function alternativesProblem(
  name: string,
  value: QueryValue,
  alternatives: readonly (ArgumentSchema & { readonly title?: string })[],
): Problem | null {
  const problems = alternatives.map((schema) => problemOf(name, value, schema));
  if (problems.includes(null)) return null;
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const position = alternatives.findIndex(({ type }) => (type === 'object') === isMap);
  const reason = problems[position]?.message ?? '';
  const message = `${name} is not a valid ${alternatives[position]?.title}. Reason: ${reason}`;
  return { code: 'rest_no_matching_schema', message, data: { position } };
}

function boundsProblem(name: string, value: number, { minimum, maximum }: ArgumentSchema): Problem | null {
  const isLow = minimum !== undefined && value < minimum;
  const isHigh = maximum !== undefined && value > maximum;
  if (!isLow && !isHigh) return null;
  const message =
    minimum !== undefined && maximum !== undefined
      ? `${name} must be between ${minimum} (inclusive) and ${maximum} (inclusive)`
      : isLow
        ? `${name} must be greater than or equal to ${minimum}`
        : `${name} must be less than or equal to ${maximum}`;
  return { code: 'rest_out_of_bounds', message, data: null };
}

function wrongType(name: string, type: string): Problem {
  return { code: 'rest_invalid_type', message: `${name} is not of type ${type}.`, data: { param: name } };
}

function enumerated(values: readonly string[]): string {
  if (values.length < 3) return values.join(' and ');
  return `${values.slice(0, -1).join(', ')}, and ${values.at(-1)}`;
}

function isInteger(value: QueryValue): boolean {
  const text = String(value).trim();
  return typeof value !== 'object' && text !== '' && Number.isInteger(Number(text)) && /^[+-]?[\d.]/.test(text);
}

function isBoolean(value: QueryValue): boolean {
  return ['true', 'false', '1', '0', ''].includes(String(value).toLowerCase());
}

function isDateTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d(:?\d\d)?)?$/.test(text);
}

/** Commas or blanks separate the items of a list that is given as text. */
function asList(value: QueryValue): readonly QueryValue[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object') return null;
  return String(value)
    .split(/[\s,]+/)
    .filter((item) => item !== '');
}

function cleaned(value: QueryValue, schema: ArgumentSchema): unknown {
  if (schema.oneOf) {
    const fitting = schema.oneOf.find((alternative) => !problemOf('', value, alternative));
    return fitting ? cleaned(value, fitting) : value;
  }
  switch (schema.type) {
    case 'integer':
      return Math.trunc(Number(value));
    case 'boolean':
      return ['true', '1'].includes(String(value).toLowerCase());
    case 'array':
      return (asList(value) ?? []).map((item) => (schema.items ? cleaned(item, schema.items) : item));
    case 'object':
      return Object.fromEntries(
        Object.entries(value as QueryMap).map(([key, item]) => {
          const property = schema.properties?.[key];
          return [key, property ? cleaned(item, property) : item];
        }),
      );
    default:
      return String(value);
  }
}

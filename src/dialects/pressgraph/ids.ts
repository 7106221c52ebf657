/**
 * Global ids (Relay's object identification): opaque to clients, type and WordPress id to us.
 * Knows the encoding, and how an `ID` argument that may be either kind of id is read.
 */
import { badInput } from '../../errors.ts';

export interface GlobalId {
  readonly typeName: string;
  /** WordPress' id, or the name of a content type or taxonomy. */
  readonly key: string;
}

export function encodeId(typeName: string, key: number | string): string {
  return Buffer.from(`${typeName}:${key}`).toString('base64');
}

/** `null` for what was never a global id. */
export function decodeId(id: string): GlobalId | null {
  const [, typeName, key] = /^(\w+):(.+)$/.exec(Buffer.from(id, 'base64').toString()) ?? [];
  return typeName && key ? { typeName, key } : null;
}

/** The WordPress id in a global id of one of these types; `null` for any other. */
export function databaseIdOf(id: string, typeNames: readonly string[]): number | null {
  const decoded = decodeId(id);
  return decoded && typeNames.includes(decoded.typeName) ? validId(Number(decoded.key)) : null;
}

/** WordPress takes the absolute value of a negative id, and "all" for none: only what can be an id gets that far. */
export function validId(id: number): number | null {
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/**
 * The WordPress ids in a list argument that takes global and WordPress ids.
 * @throws PressgraphError `BAD_USER_INPUT` naming the argument when one is neither
 */
export function idsArgument(
  argument: string,
  ids: readonly (string | number)[],
  typeNames: readonly string[],
): number[] {
  return ids.map((id) => {
    const databaseId = /^\d+$/.test(String(id)) ? validId(Number(id)) : databaseIdOf(String(id), typeNames);
    if (databaseId !== null) return databaseId;
    throw badInput(argument, `"${id}" is neither a WordPress id nor the id of a ${typeNames.join(' or ')}.`);
  });
}

/**
 * Global ids (Relay's object identification) as this vocabulary writes them: opaque to clients, type and key to us.
 */
import type { IdCodec } from '../../graph/ids.ts';

export const base64Ids: IdCodec = {
  encode: (typeName, key) => Buffer.from(`${typeName}:${key}`).toString('base64'),
  decode(id) {
    const [, typeName, key] = /^(\w+):(.+)$/s.exec(Buffer.from(id, 'base64').toString()) ?? [];
    return typeName && key ? { typeName, key } : null;
  },
};

/**
 * Writes down of the schema what clients that keep objects by their identity have to know, for `pressgraph/client-cache`.
 * Run by `npm run schema:print`.
 */
import { writeFileSync } from 'node:fs';
import { identifiedTypesOf } from '../src/client-cache/schema-types.ts';
import { buildSchema } from '../src/dialects/pressgraph/schema.ts';

const types = identifiedTypesOf(buildSchema());
const text = `/**
 * Which types the schema has, and by what their objects are known: written by \`npm run schema:print\`.
 */
import type { IdentifiedTypes } from './cache-rules.ts';

export const coreTypes: IdentifiedTypes = ${JSON.stringify(types, null, 2)};
`;
writeFileSync(new URL('../src/client-cache/core-types.ts', import.meta.url), text);

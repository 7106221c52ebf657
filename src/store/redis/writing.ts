/**
 * What is written to Redis: documents, lists and messages. `reading.ts` reads them again.
 */
import type { KnownDocument } from '../known-document.ts';
import type { RemoteEntry } from '../remote-cache.ts';
import { type ChannelMessage, longest } from './reading.ts';

/** `undefined` for what is not worth it: nobody reads what is so long, and what is nested so deeply cannot be written. */
export function writeEntry(entry: RemoteEntry, generation: string): string | undefined {
  const [value, most] =
    'list' in entry ? [{ ...entry.list, generation }, longest.list] : [plain(entry.known), longest.document];
  try {
    const text = JSON.stringify(value);
    return text.length <= most ? text : undefined;
  } catch {
    return undefined;
  }
}

function plain(known: KnownDocument) {
  const earlier = known.earlier.map((lesson) => ({ ...lesson, properties: lesson.properties.paths }));
  return { ...known, properties: known.properties.paths, earlier };
}

/** A change that names more than a message may hold names its collection. */
export function writeMessage(message: ChannelMessage): string {
  const text = JSON.stringify(message);
  if (text.length <= longest.message || !('change' in message)) return text;
  return JSON.stringify({ from: message.from, change: { route: message.change.route } });
}

/** Where an example app stands, once it is built. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';

export async function builtApp(name: string): Promise<string> {
  // Not by `fetch`, which gives up by itself what takes some minutes.
  const [answer] = (await once(get(`${inject('apps')}/${name}`), 'response')) as [IncomingMessage];
  const told = await text(answer);
  if (answer.statusCode !== 200) throw new Error(`The app of ${name} could not be built: ${told}`);
  return told;
}

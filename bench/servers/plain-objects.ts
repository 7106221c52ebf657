// Yoga as anybody would set it up over objects that are already in memory: no WordPress, no limits, DataLoader per request.

import { answerParent, listenLocally } from './child.ts';
import { createObjectsYoga, type PlainSite } from './objects-yoga.ts';

answerParent<PlainSite>(async (site) => ({ url: await listenLocally(createObjectsYoga(site)) }));

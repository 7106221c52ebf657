import { createSampleSite } from '../../../src/sample/sample-site.ts';
import { batchingSuite } from './batching.suite.ts';

const { send } = await createSampleSite('http://magazine.test');

/** The same counts where the REST API is reached as `?rest_route=`. */
batchingSuite(() => ({ url: 'http://magazine.test/?rest_route=/', send }));

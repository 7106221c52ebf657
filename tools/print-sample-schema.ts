/**
 * Prints the schema of the embedded site, types of its own included: `examples/own-types` is generated from it.
 * Run by `npm run schema:print`.
 */
import { printSchema } from 'graphql';
import { createGateway } from '../src/gateway.ts';
import { serveSampleSite } from '../src/sample/sample-site.ts';

const site = await serveSampleSite({ host: '127.0.0.1', port: 0 });
const gateway = await createGateway({ site: site.url, settings: { pollInterval: 0 } });
process.stdout.write(`${printSchema(gateway.schema)}\n`);
await gateway.close();
await site.close();

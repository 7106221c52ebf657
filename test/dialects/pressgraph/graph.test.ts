import { createSampleSite } from '../../../src/sample/sample-site.ts';
import { allSuites } from './all.suite.ts';

const site = await createSampleSite('http://magazine.test');

allSuites(() => site);

import { bentSuite } from './bent.suite.ts';

bentSuite('names');

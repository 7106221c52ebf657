import { graphSuite } from './graph.suite.ts';

graphSuite('7.1');

import { graphSuite } from './graph.suite.ts';

graphSuite('6.8');

/** The graph for other programs, and GraphiQL for browsers. */
export { handOn as ALL } from '../lib/handed-on.ts';

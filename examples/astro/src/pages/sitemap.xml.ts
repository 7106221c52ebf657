export { handOn as ALL } from '../lib/handed-on.ts';

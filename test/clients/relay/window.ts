/** A document for React to draw into, there before React is. `fetch` stays Node's own. */
import { Window } from 'happy-dom';

const window = new Window({ url: 'http://127.0.0.1/' });
// Node 21 and newer have a navigator of their own, which cannot be assigned.
const { document, navigator } = window;
for (const [name, value] of Object.entries({ window, document, navigator })) {
  Object.defineProperty(globalThis, name, { value, configurable: true });
}

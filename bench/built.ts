// pressgraph as it is built, which is what its users run: what runs TypeScript as it stands wraps each function that is made.

const built = new URL('../dist/index.js', import.meta.url).href;

export const { createGateway } = (await import(built)) as typeof import('../src/index.ts');

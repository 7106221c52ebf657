/**
 * The types of the library, in one file for each of its entries, which mention no package but `graphql`: whoever checks them
 * needs nothing else.
 */
import { isAbsolute } from 'node:path';
import { rollup } from 'rollup';
import dts from 'rollup-plugin-dts';
import { packageEntries } from './entries.ts';

/** @param folder where they are put */
export async function declare(folder: string): Promise<void> {
  // What only the inside needs of other packages is gone once the public types are all that is left.
  const external = (id: string) => !/^(\.|src\/)/.test(id) && !isAbsolute(id);
  const bundle = await rollup({ input: packageEntries, external, plugins: [dts()] });
  const { output } = await bundle.write({ dir: folder, format: 'es', entryFileNames: '[name].d.ts' });
  await bundle.close();
  const own = output.map(({ fileName }) => fileName);
  const imported = output.flatMap((part) => (part.type === 'chunk' ? part.imports : []));
  const others = imported.filter((name) => name !== 'graphql' && !own.includes(name));
  if (others.length > 0) throw new Error(`The types of the library mention ${others.join(', ')}.`);
}

/**
 * Any property of a document as WordPress gives it, whether or not its site's schema names it: what plugins add is in no schema
 * where they describe it in none.
 * Knows how a client names a property, or the way into one.
 */
import { badInput } from '../../errors.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import { acfProperty } from '../../wordpress/acf-links.ts';
import { askedPath } from '../../wordpress/property-paths.ts';
import { readAt } from '../../wordpress/values.ts';
import type { GraphNode } from '../node.ts';
import { afterWhole, type FieldPlan, isDeferrable, type Resolve } from '../plan/field-plan.ts';
import { siteIndex } from '../plan/origin.ts';

interface Named {
  readonly property: string;
}

/** As WordPress shows it to the viewer: what takes the right to edit to see is not asked for. */
export const restProperty: FieldPlan<GraphNode, Named, MaybePromise<unknown>> = {
  isUnlisted: true,
  reads: ({ property }: Named, of) => {
    const names = property.split('.');
    // What cannot be asked for is refused where it would be read, and spoils nothing else.
    if (of === siteIndex || whyNot(property, names)) return [];
    const path = askedPath(of.family, names);
    // Links that are known without those that ACF writes would count as all that there are.
    return names[0] === '_links' && of.properties.has(acfProperty) ? [path, acfProperty] : [path];
  },
  value: (node, args, context, info) => {
    const read = node.whole && isDeferrable(args.property) ? readOfWhole : readProperty;
    return read(node, args, context, info);
  },
};

const readProperty: Resolve<GraphNode, Named, unknown> = ({ document }, { property }) => {
  const names = property.split('.');
  const refused = whyNot(property, names);
  if (refused) throw badInput('property', `${JSON.stringify(shortened(property))} ${refused}`);
  return readAt(document, names) ?? null;
};
const readOfWhole = afterWhole(readProperty);

const longest = 200;

function whyNot(property: string, names: readonly string[]): string | undefined {
  if (property.length > longest) return `is longer than ${longest} characters.`;
  if (property.trim() === '') return 'is no name; expected one as "cmb2", or a path as "acf.hero.title".';
  if (property.includes(',')) return 'has a comma; ask for each property by a field of its own.';
  if (names.some((name) => name.trim() === ''))
    return 'has a dot without a name on each side; expected "acf.hero.title".';
  if (names.includes('__proto__')) return 'names what no document has.';
  // WordPress would take it for several.
  return /\s/.test(names[0] ?? '')
    ? 'begins with a name that has white space in it, which no property has.'
    : undefined;
}

function shortened(property: string): string {
  return property.length > longest ? `${property.slice(0, 40)}…` : property;
}

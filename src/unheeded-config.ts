/**
 * What a configuration says of types and fields that its site does not have. A site may get them, or get them back: that is
 * worth a warning, and no reason not to serve it.
 */
import type { GatewayConfig } from './gateway-config.ts';
import { didYouMean } from './suggestion.ts';
import type { Resource } from './wordpress/resources.ts';
import type { MemberSchema, ValueSchema } from './wordpress/value-schema.ts';

/** A sentence for each. */
export function unheededIn(
  { types = {}, relations = {} }: Pick<GatewayConfig, 'types' | 'relations'>,
  resources: readonly Resource[],
): readonly string[] {
  const slugs = resources.map(({ type }) => type);
  const unless = (source: string, slug: string) =>
    slugs.includes(slug) ? [] : [`${source}: the site has nothing that is called "${slug}".${didYouMean(slug, slugs)}`];
  return [
    ...Object.keys(types).flatMap((slug) => unless(`types.${slug}`, slug)),
    ...Object.entries(relations).flatMap(([way, target]) => {
      const source = `relations["${way}"]`;
      const [type = '', ...names] = way.split('.');
      const missing = [...unless(source, type), ...unless(source, target)];
      if (missing.length > 0) return missing;
      const [name, known] = firstUnknown(names, resources.find((resource) => resource.type === type)?.members ?? []);
      return name === undefined
        ? []
        : [`${source}: the site describes no field "${name}" there.${didYouMean(name, known)}`];
    }),
  ];
}

/** The first of some names, each within the one before, that there is not, and those that there are. */
function firstUnknown(
  [name, ...further]: readonly string[],
  members: readonly MemberSchema[],
): readonly [string | undefined, readonly string[]] {
  if (name === undefined) return [undefined, []];
  const found = members.find((member) => publicName(member.name) === name);
  if (!found) return [name, members.map((member) => publicName(member.name))];
  return firstUnknown(further, membersIn(found.value));
}

/** A configuration calls registered custom fields as the graph does. */
function publicName(name: string): string {
  return name === 'meta' ? 'customFields' : name;
}

function membersIn(value: ValueSchema): readonly MemberSchema[] {
  if (value.kind === 'list') return membersIn(value.items);
  return value.kind === 'object' ? value.members : [];
}

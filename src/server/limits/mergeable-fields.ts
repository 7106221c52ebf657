/**
 * The rule that fields of one name in an answer can be merged, within a bounded time.
 *
 * graphql-js compares all such fields with one another: 400 times `site { name }` keep everybody waiting for a tenth of a
 * second, and it gives up only after several times that. But where all fields of a name ask for the same, wherever they stand,
 * nothing has to be compared; that is most documents, however large. Only the others are compared, if they are few.
 */
import {
  type ASTVisitor,
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isObjectType,
  OverlappingFieldsCanBeMergedRule,
  print,
  type ValidationContext,
  validate,
} from 'graphql';
import type { ErrorCode } from '../../errors.ts';

/** Pairs of fields or fragments that may be compared; those of fragments that spread others take some 3 microseconds each. */
const mostPairs = 10_000;

/** Fields of one name in the answer that may stand in one place of it, as far as it has to be known whether they ask for the same. */
interface Namesakes {
  count: number;
  /** What they give: all must give the same form of value. */
  readonly shapes: Set<string>;
  /** What they ask for, by the type that they ask; `undefined` once that differs within a type. */
  readonly asked: Map<string, string | undefined>;
  /** Two objects of different types are never one; anything else may be. */
  isOfObjects: boolean;
}

/** A fragment may be spread anywhere: its fields may stand next to any others. */
const anywhere = '*';

export function MergeableFieldsRule(context: ValidationContext): ASTVisitor {
  /** By name, and by the name of the field that they are selected of. */
  const byName = new Map<string, Map<string, Namesakes>>();
  const above: string[] = [];
  const enter = (name: string): void => {
    above.push(name);
  };
  const leave = (): void => {
    above.pop();
  };
  let fragments = 0;
  return {
    OperationDefinition: { enter: () => enter(''), leave },
    FragmentDefinition: {
      enter() {
        fragments++;
        enter(anywhere);
      },
      leave,
    },
    Field: {
      enter(field) {
        const name = (field.alias ?? field.name).value;
        const place = above.at(-1) ?? anywhere;
        enter(name);
        const parent = context.getParentType();
        const type = context.getType();
        // Fields that there are not are another rule's.
        if (!parent || !type) return;
        const places = byName.get(name) ?? new Map<string, Namesakes>();
        byName.set(name, places);
        const namesakes = places.get(place) ?? { count: 0, shapes: new Set(), asked: new Map(), isOfObjects: true };
        places.set(place, namesakes);
        add(namesakes, askedBy(field), parent, type);
      },
      leave,
    },
    Document: {
      leave(document) {
        const groups = [...byName.values()].flatMap(groupsOf);
        if (groups.every(askTheSame)) return;
        const pairs = groups.reduce((sum, { count }) => sum + count * count, 2 * fragments * fragments);
        if (pairs > mostPairs) {
          const code: ErrorCode = 'OPERATION_TOO_LARGE';
          const message = `Too many fields of the same name ask for different things: ${pairs} pairs are to be compared, and ${mostPairs} may be. Give them aliases, or use fewer.`;
          context.reportError(new GraphQLError(message, { extensions: { code } }));
          return;
        }
        for (const error of validate(context.getSchema(), document, [OverlappingFieldsCanBeMergedRule])) {
          context.reportError(error);
        }
      },
    },
  };
}

function add(namesakes: Namesakes, asked: string, parent: GraphQLCompositeType, type: GraphQLOutputType): void {
  namesakes.count++;
  const named = getNamedType(type);
  namesakes.shapes.add(isCompositeType(named) ? String(type).replace(named.name, '') : String(type));
  const before = namesakes.asked.has(parent.name) ? namesakes.asked.get(parent.name) : asked;
  namesakes.asked.set(parent.name, before === asked ? asked : undefined);
  namesakes.isOfObjects &&= isObjectType(parent);
}

/** Those that may stand in one place: of fields of one name, those of one field above, or all where one of them may be anywhere. */
function groupsOf(places: ReadonlyMap<string, Namesakes>): Namesakes[] {
  if (!places.has(anywhere)) return [...places.values()];
  const all: Namesakes = { count: 0, shapes: new Set(), asked: new Map(), isOfObjects: true };
  for (const { count, shapes, asked, isOfObjects } of places.values()) {
    all.count += count;
    for (const shape of shapes) all.shapes.add(shape);
    for (const [type, what] of asked) {
      all.asked.set(type, all.asked.has(type) && all.asked.get(type) !== what ? undefined : what);
    }
    all.isOfObjects &&= isOfObjects;
  }
  return [all];
}

/** Whether no two of them can be in conflict, wherever they stand. */
function askTheSame({ shapes, asked, isOfObjects }: Namesakes): boolean {
  if (shapes.size > 1) return false;
  const different = new Set(asked.values());
  return !different.has(undefined) && (different.size === 1 || isOfObjects);
}

function askedBy({ name, arguments: given = [] }: FieldNode): string {
  return [name.value, ...given.map(print).sort()].join('\n');
}

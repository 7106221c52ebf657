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
  GraphQLError,
  getNamedType,
  isCompositeType,
  isObjectType,
  OverlappingFieldsCanBeMergedRule,
  print,
  type ValidationContext,
  validate,
} from 'graphql';
import type { ErrorCode } from '../errors.ts';

/** Pairs of fields or fragments that may be compared; takes some 20 milliseconds. */
const mostPairs = 40_000;

/** The fields of one name in the answer, as far as it has to be known whether they ask for the same. */
interface Namesakes {
  count: number;
  /** What they give: all must give the same form of value. */
  readonly shapes: Set<string>;
  /** What they ask for, by the type that they ask; `undefined` once that differs within a type. */
  readonly asked: Map<string, string | undefined>;
  /** Two objects of different types are never one; anything else may be. */
  isOfObjects: boolean;
}

export function MergeableFieldsRule(context: ValidationContext): ASTVisitor {
  const byName = new Map<string, Namesakes>();
  let fragments = 0;
  return {
    FragmentDefinition() {
      fragments++;
    },
    Field(field) {
      const parent = context.getParentType();
      const type = context.getType();
      // Fields that there are not are another rule's.
      if (!parent || !type) return;
      const name = (field.alias ?? field.name).value;
      const namesakes = byName.get(name) ?? { count: 0, shapes: new Set(), asked: new Map(), isOfObjects: true };
      byName.set(name, namesakes);
      namesakes.count++;
      const named = getNamedType(type);
      namesakes.shapes.add(isCompositeType(named) ? String(type).replace(named.name, '') : String(type));
      const asked = askedBy(field);
      const before = namesakes.asked.has(parent.name) ? namesakes.asked.get(parent.name) : asked;
      namesakes.asked.set(parent.name, before === asked ? asked : undefined);
      namesakes.isOfObjects &&= isObjectType(parent);
    },
    Document: {
      leave(document) {
        if ([...byName.values()].every(askTheSame)) return;
        const pairs = [...byName.values()].reduce((sum, { count }) => sum + count * count, fragments * fragments);
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

/** Whether no two of them can be in conflict, wherever they stand. */
function askTheSame({ shapes, asked, isOfObjects }: Namesakes): boolean {
  if (shapes.size > 1) return false;
  const different = new Set(asked.values());
  return !different.has(undefined) && (different.size === 1 || isOfObjects);
}

function askedBy({ name, arguments: given = [] }: FieldNode): string {
  return [name.value, ...given.map(print).sort()].join('\n');
}

/**
 * The fields that an operation selects at a place: fragments spread, `@skip` and `@include` obeyed.
 */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  isCompositeType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What has to be known of an operation to read its selections. */
export type Selecting = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues' | 'operation'>;

/**
 * The selection sets that have been read already, by the type for which they were. Each is read once: fragments that spread
 * one another would be followed a number of times that doubles with each of them.
 */
export class Visited {
  readonly #types = new Map<SelectionSetNode, Set<GraphQLObjectType>>();

  /** Whether it is read for the first time. */
  enter(selectionSet: SelectionSetNode, type: GraphQLObjectType): boolean {
    const types = this.#types.get(selectionSet) ?? new Set();
    if (types.has(type)) return false;
    this.#types.set(selectionSet, types.add(type));
    return true;
  }
}

/** The selected fields that apply to a type. None where they have been read already. */
export function selectedFields(
  operation: Selecting,
  selectionSet: SelectionSetNode,
  type: GraphQLObjectType,
  visited: Visited,
  fields: FieldNode[] = [],
): FieldNode[] {
  if (!visited.enter(selectionSet, type)) return fields;
  for (const selection of selectionSet.selections) {
    if (!isIncluded(operation, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      fields.push(selection);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? operation.fragments[selection.name.value] : selection;
    if (fragment && applies(operation.schema, fragment.typeCondition, type)) {
      selectedFields(operation, fragment.selectionSet, type, visited, fields);
    }
  }
  return fields;
}

function isIncluded({ variableValues }: Selecting, selection: SelectionNode): boolean {
  if (!selection.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.if !== false;
}

function applies(
  schema: GraphQLSchema,
  condition: FragmentDefinitionNode['typeCondition'] | undefined,
  type: GraphQLObjectType,
): boolean {
  if (!condition || condition.name.value === type.name) return true;
  const conditionType = schema.getType(condition.name.value);
  return isCompositeType(conditionType) && isAbstractType(conditionType) && schema.isSubType(conditionType, type);
}

/**
 * The rule that a document holds only operations of kinds that the graph has: graphql-js leaves that to the execution.
 */
import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

export function OfferedOperationsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      context.reportError(new GraphQLError(`The graph has no ${node.operation}s.`, { nodes: node }));
    },
  };
}

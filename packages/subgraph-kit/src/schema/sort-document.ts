import {
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  visit,
} from 'graphql';

/** Definitions, fields, arguments, values and members by name: a schema diff then shows changes alone. */
export function sortDocument(document: DocumentNode): DocumentNode {
  const inner = visit(document, {
    leave(node: ASTNode) {
      switch (node.kind) {
        case Kind.OBJECT_TYPE_DEFINITION:
        case Kind.INTERFACE_TYPE_DEFINITION:
          return {
            ...node,
            fields: byName<FieldDefinitionNode>(node.fields),
            interfaces: byName(node.interfaces),
          };
        case Kind.INPUT_OBJECT_TYPE_DEFINITION:
          return { ...node, fields: byName<InputValueDefinitionNode>(node.fields) };
        case Kind.FIELD_DEFINITION:
          return { ...node, arguments: byName(node.arguments) };
        case Kind.ENUM_TYPE_DEFINITION:
          return { ...node, values: byName(node.values) };
        case Kind.UNION_TYPE_DEFINITION:
          return { ...node, types: byName(node.types) };
        default:
          return undefined;
      }
    },
  });
  return { ...inner, definitions: [...inner.definitions].sort(compareDefinitions) };
}

function byName<Node extends { name: { value: string } }>(nodes: readonly Node[] | undefined): Node[] {
  return [...(nodes ?? [])].sort((a, b) => compare(a.name.value, b.name.value));
}

function compareDefinitions(a: DefinitionNode, b: DefinitionNode): number {
  return compare(sortName(a), sortName(b));
}

function sortName(node: DefinitionNode): string {
  if (node.kind === Kind.SCHEMA_EXTENSION) return '';
  return 'name' in node && node.name
    ? `${node.kind === Kind.DIRECTIVE_DEFINITION ? '!' : ''}${node.name.value}`
    : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

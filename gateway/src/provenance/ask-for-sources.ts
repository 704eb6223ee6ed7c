import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { SOURCES_OF_PART, SOURCES_OF_TYPE } from './cited-fields.ts';

/** Keys that the gateway adds to what is asked; a client's alias never begins so. */
export const OWN_SOURCES = '__sources';
export const TYPE_NAME = '__type';
export const partSources = (field: string) => `__sources_${field}`;

/**
 * The document with, beside the numbers of the observatory, the sources of each object that has some; null when it asks
 * for no such number.
 */
export function askForSources(
  document: DocumentNode,
  schema: GraphQLSchema,
  numbers: ReadonlySet<string>,
): DocumentNode | null {
  const types = new TypeInfo(schema);
  let cited = false;
  const asking = visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node) {
          const parent = types.getParentType();
          if (!isCompositeType(parent)) return undefined;
          const fields = node.selections.filter((each) => each.kind === Kind.FIELD);
          const own = fields.some(({ name }) => numbers.has(`${parent.name}.${name.value}`));
          cited ||= own;
          const source = SOURCES_OF_TYPE[parent.name];
          const added: SelectionNode[] = [
            ...(own && source !== undefined ? [sources(OWN_SOURCES, source)] : []),
            ...fields.flatMap(({ name }) => {
              const beside = SOURCES_OF_PART[`${parent.name}.${name.value}`];
              return beside === undefined ? [] : [sources(partSources(name.value), beside)];
            }),
            ...(isAbstractType(getNamedType(parent)) ? [field('__typename', TYPE_NAME)] : []),
          ];
          return added.length === 0 ? undefined : { ...node, selections: [...node.selections, ...added] };
        },
      },
    }),
  );
  return cited ? asking : null;
}

function sources(alias: string, name: string): FieldNode {
  return {
    ...field(name, alias),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field('citation')] },
  };
}

function field(name: string, alias?: string): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    ...(alias === undefined ? {} : { alias: { kind: Kind.NAME, value: alias } }),
  };
}

import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import { KIND_WEIGHTS, LIST_SIZES, type ListSize, pageSize, WEIGHTS } from './weights.ts';

/** How a field is counted: `weight` once, plus, for a list, that of each item with what is asked of it. */
export type FieldCost = {
  readonly kind: 'leaf' | 'object' | 'values' | 'list';
  readonly weight: number;
  readonly itemWeight: number;
  readonly size: ListSize | null;
};

export type CostModel = {
  readonly schema: GraphQLSchema;
  /** Null when no rule says how long the list is. */
  costOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): FieldCost | null;
};

const PAGE_OF_ABOVE: ListSize = {
  told: '`first` of the list',
  of: (_args, above) => pageSize(above.args['first']),
};
const FIRST: ListSize = { told: '`first`', of: (args) => pageSize(args['first']) };

/** The cost of each field of the public API. The supergraph says which objects several domains fill. */
export function costModel(schema: GraphQLSchema, supergraphSdl: string): CostModel {
  const shared = sharedEntities(supergraphSdl);
  const isValue = valueTypes(schema);
  const weightOfType = ({ name }: GraphQLNamedType): number => {
    if (name.endsWith('Edge')) return 0;
    return shared.has(name) ? KIND_WEIGHTS.sharedObject : KIND_WEIGHTS.object;
  };
  return {
    schema,
    costOf(type, field) {
      const path = `${type.name}.${field.name}`;
      const named = getNamedType(field.type);
      const given = WEIGHTS[path]?.weight;
      const once = (kind: FieldCost['kind'], weight: number): FieldCost => ({
        kind,
        weight: given ?? weight,
        itemWeight: 0,
        size: null,
      });
      if (!isCompositeType(named)) {
        return once('leaf', field.name === 'totalCount' ? KIND_WEIGHTS.total : KIND_WEIGHTS.leaf);
      }
      if (!isList(field)) return once('object', objectWeight(field.name, named, weightOfType));
      const size = sizeOf(path, type, field);
      if (size !== null) return { kind: 'list', weight: given ?? 0, itemWeight: weightOfType(named), size };
      return isValue(named) ? once('values', KIND_WEIGHTS.values) : null;
    },
  };
}

function objectWeight(
  field: string,
  type: GraphQLNamedType,
  weightOfType: (type: GraphQLNamedType) => number,
): number {
  if (field === 'pageInfo') return 0;
  if (field === 'facets') return KIND_WEIGHTS.facets;
  return type.name.endsWith('Connection') ? KIND_WEIGHTS.connection : weightOfType(type);
}

function sizeOf(
  path: string,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): ListSize | null {
  if (type.name.endsWith('Connection') && (field.name === 'nodes' || field.name === 'edges')) {
    return PAGE_OF_ABOVE;
  }
  return LIST_SIZES[path] ?? (field.args.some(({ name }) => name === 'first') ? FIRST : null);
}

function isList(field: GraphQLField<unknown, unknown>): boolean {
  return isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
}

/** The types from which only values are reached: no page, no entity, no list that has a size, no way back. */
function valueTypes(schema: GraphQLSchema): (type: GraphQLNamedType) => boolean {
  const known = new Map<string, boolean>();
  const visit = (type: GraphQLNamedType): boolean => {
    const before = known.get(type.name);
    if (before !== undefined) return before;
    known.set(type.name, false);
    const result =
      !isCompositeType(type) ||
      (isObjectType(type) &&
        !type.getInterfaces().some(isInterfaceType) &&
        !type.name.endsWith('Connection') &&
        Object.values(type.getFields()).every(
          (field) =>
            sizeOf(`${type.name}.${field.name}`, type, field) === null && visit(getNamedType(field.type)),
        ));
    known.set(type.name, result);
    return result;
  };
  for (const type of Object.values(schema.getTypeMap())) visit(type);
  return visit;
}

/** Object types of which more than one domain resolves the key. */
function sharedEntities(supergraphSdl: string): ReadonlySet<string> {
  const shared = parse(supergraphSdl, { noLocation: true }).definitions.flatMap((each) => {
    if (each.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const keys = (each.directives ?? []).filter(({ name, arguments: args = [] }) => {
      const given = new Map(args.map((arg) => [arg.name.value, arg.value]));
      const resolvable = given.get('resolvable');
      return (
        name.value === 'join__type' &&
        given.has('key') &&
        !(resolvable?.kind === Kind.BOOLEAN && !resolvable.value)
      );
    });
    return keys.length > 1 ? [each.name.value] : [];
  });
  return new Set(shared);
}

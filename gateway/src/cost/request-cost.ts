import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { CostModel, FieldCost } from './cost-model.ts';
import { isIncluded } from './is-included.ts';
import type { Origin } from './weights.ts';

export type Operation = {
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
  /** Coerced, defaults included. */
  readonly variables: Readonly<Record<string, unknown>>;
};

/** How a composite field counts what lies below: the cost of one object below, given a type and its selections. */
type Below = (
  cost: FieldCost,
  place: Origin,
  above: Origin,
  selections: readonly SelectionSetNode[],
) => number;

/** A list whose length nothing tells counts as one of the longest that the graph answers with. */
const LONGEST = 100;

/** The most that an operation may cost, whatever the data. */
export function estimatedCost(model: CostModel, request: Operation): number {
  const walk = walker(model, request);
  const below =
    (type: ReturnType<typeof getNamedType>): Below =>
    (cost, place, above, selections) => {
      const one = Math.max(
        0,
        ...concrete(model.schema, type).map((each) => walk(each, selections, place, below, () => true)),
      );
      if (cost.kind !== 'list') return one;
      return (
        (cost.size?.of(place.args, above) ?? LONGEST) * (cost.size?.share ?? 1) * (cost.itemWeight + one)
      );
    };
  return rootCost(model, request, (root, selections) => walk(root, selections, ROOT, below, () => true));
}

/** What an answer cost: the same count, with the lists as long as they are. Never above the estimate. */
export function actualCost(model: CostModel, request: Operation, data: unknown): number {
  const walk = walker(model, request);
  const ofObject = (
    type: ReturnType<typeof getNamedType>,
    value: unknown,
    selections: readonly SelectionSetNode[],
    above: Origin,
  ): number => {
    if (!isRecord(value)) return 0;
    const has = (key: string) => key in value;
    // Which member of an interface it is shows in its fields alone; any that fits counts the same fields.
    const fitting = concrete(model.schema, type).map((each) =>
      walk(each, selections, above, (inner, key) => belowOf(inner, value[key]), has),
    );
    return Math.max(0, ...fitting);
  };
  const belowOf =
    (type: ReturnType<typeof getNamedType>, value: unknown): Below =>
    (cost, place, _above, selections) => {
      if (!Array.isArray(value)) return ofObject(type, value, selections, place);
      const items = value.map((item: unknown) => ofObject(type, item, selections, place));
      return cost.kind === 'list'
        ? items.reduce((sum, item) => sum + cost.itemWeight + item, 0) * (cost.size?.share ?? 1)
        : Math.max(0, ...items);
    };
  if (!isRecord(data)) return 0;
  return rootCost(model, request, (root, selections) =>
    walk(
      root,
      selections,
      ROOT,
      (inner, key) => belowOf(inner, data[key]),
      (key) => key in data,
    ),
  );
}

const ROOT: Origin = { field: '', args: {}, above: null };

function rootCost(
  { schema }: CostModel,
  { operation }: Operation,
  of: (root: GraphQLObjectType, selections: readonly SelectionSetNode[]) => number,
): number {
  const root = schema.getRootType(operation.operation);
  // A share of an item is no whole number; the last digits of a sum of such shares mean nothing.
  return root ? Math.ceil(Number(of(root, [operation.selectionSet]).toFixed(6))) : 0;
}

/** Adds up the fields that an object of a type answers with, each response key once. */
function walker(model: CostModel, { document, variables }: Operation) {
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return (
    type: GraphQLObjectType,
    selections: readonly SelectionSetNode[],
    above: Origin,
    below: (type: ReturnType<typeof getNamedType>, key: string) => Below,
    counts: (key: string) => boolean,
  ): number => {
    const keys = new Map<string, FieldNode[]>();
    const collect = ({ selections: nodes }: SelectionSetNode, open: readonly string[]): void => {
      for (const node of nodes) {
        if (!isIncluded(node, variables)) continue;
        if (node.kind === Kind.FIELD) {
          const key = (node.alias ?? node.name).value;
          keys.set(key, [...(keys.get(key) ?? []), node]);
          continue;
        }
        const name = node.kind === Kind.FRAGMENT_SPREAD ? node.name.value : null;
        const fragment = name === null ? node : fragments.get(name);
        if (fragment === undefined || (name !== null && open.includes(name))) continue;
        if (
          !('selectionSet' in fragment) ||
          !applies(model.schema, fragment.typeCondition?.name.value, type)
        ) {
          continue;
        }
        collect(fragment.selectionSet, name === null ? open : [...open, name]);
      }
    };
    for (const selection of selections) collect(selection, []);

    let total = 0;
    for (const [key, [first, ...others]] of keys) {
      const field = first && type.getFields()[first.name.value];
      if (first === undefined || field === undefined || !counts(key)) continue;
      const cost = model.costOf(type, field) ?? UNKNOWN_LIST;
      total += cost.weight;
      const inner = [first, ...others].flatMap(({ selectionSet }) => selectionSet ?? []);
      if (inner.length === 0) continue;
      const place = {
        field: `${type.name}.${field.name}`,
        args: argumentsOf(field, first, variables),
        above,
      };
      total += below(getNamedType(field.type), key)(cost, place, above, inner);
    }
    return total;
  };
}

const UNKNOWN_LIST: FieldCost = { kind: 'list', weight: 1, itemWeight: 1, size: null };

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const on = schema.getType(condition);
  return isAbstractType(on) && schema.isSubType(on, type);
}

function concrete(
  schema: GraphQLSchema,
  type: ReturnType<typeof getNamedType>,
): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

/** A wrong argument is refused later, where it is used; a list then counts as its longest. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

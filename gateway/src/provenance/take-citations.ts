import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { OWN_SOURCES, partSources, TYPE_NAME } from './ask-for-sources.ts';
import { SOURCES_OF_PART } from './cited-fields.ts';

/** Where one number of an answer stands, and what to cite it with. */
export type Citation = { readonly path: readonly (string | number)[]; readonly citations: readonly string[] };

/** What is cited for numbers that no source gives: how many lines, which year was asked, how far a work is. */
export const OWN_NUMBER = 'Graph’ESS, donnée de la plateforme.';

type Row = Record<string, unknown>;
type Walk = {
  schema: GraphQLSchema;
  numbers: ReadonlySet<string>;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  found: Citation[];
};

/**
 * One citation for each number of the observatory in an answer, in the order of the answer. Takes what `askForSources`
 * added out of `data`.
 */
export function takeCitations(
  data: Row,
  document: DocumentNode,
  operationName: string | null | undefined,
  { schema, numbers }: Pick<Walk, 'schema' | 'numbers'>,
): Citation[] {
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode =>
      each.kind === Kind.OPERATION_DEFINITION &&
      (operationName === null || operationName === undefined || each.name?.value === operationName),
  );
  const root = operation && schema.getRootType(operation.operation);
  if (operation === undefined || !root) return [];
  const fragments = new Map(
    document.definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const walk: Walk = { schema, numbers, fragments, found: [] };
  walkObject(walk, data, root, [operation.selectionSet], { path: [], inherited: null });
  return walk.found;
}

type Place = { path: (string | number)[]; inherited: readonly string[] | null };

function walkObject(
  walk: Walk,
  row: Row,
  type: GraphQLNamedOutputType,
  selections: readonly SelectionSetNode[],
  { path, inherited }: Place,
): void {
  const runtime = isAbstractType(type) ? walk.schema.getType(String(row[TYPE_NAME])) : type;
  if (!isObjectType(runtime)) return;
  const asked = fieldsOf(walk, runtime, selections);
  const own = textsOf(row[OWN_SOURCES]) ?? inherited;
  for (const [key, nodes] of asked) {
    const value = row[key];
    const name = nodes[0]?.name.value ?? '';
    const field = runtime.getFields()[name];
    if (value === undefined || value === null || field === undefined || isAdded(key)) continue;
    if (walk.numbers.has(`${runtime.name}.${name}`)) {
      walk.found.push({ path: [...path, key], citations: own?.length ? own : [OWN_NUMBER] });
      continue;
    }
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (below.length === 0) continue;
    const beside =
      SOURCES_OF_PART[`${runtime.name}.${name}`] === undefined ? null : textsOf(row[partSources(name)]);
    walkValue(walk, value, getNamedType(field.type), below, { path: [...path, key], inherited: beside });
  }
  for (const key of Object.keys(row)) if (isAdded(key)) delete row[key];
}

function walkValue(
  walk: Walk,
  value: unknown,
  type: GraphQLNamedOutputType,
  selections: readonly SelectionSetNode[],
  { path, inherited }: Place,
): void {
  if (Array.isArray(value)) {
    value.forEach((each: unknown, index) => {
      walkValue(walk, each, type, selections, { path: [...path, index], inherited });
    });
  } else if (isRow(value)) {
    walkObject(walk, value, type, selections, { path, inherited });
  }
}

/** The fields that an object of a type was asked for, by the key that they have in the answer. */
function fieldsOf(
  walk: Walk,
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  fields = new Map<string, FieldNode[]>(),
): Map<string, FieldNode[]> {
  for (const selection of selections.flatMap((each) => each.selections)) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      fields.set(key, [...(fields.get(key) ?? []), selection]);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
    if (fragment !== undefined && applies(walk.schema, type, fragment.typeCondition?.name.value)) {
      fieldsOf(walk, type, [fragment.selectionSet], fields);
    }
  }
  return fields;
}

function applies(schema: GraphQLSchema, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return isAbstractType(named) && schema.isSubType(named, type);
}

function textsOf(sources: unknown): string[] | null {
  if (!Array.isArray(sources)) return null;
  return sources.flatMap((each: unknown) =>
    isRow(each) && typeof each['citation'] === 'string' ? [each['citation']] : [],
  );
}

function isAdded(key: string): boolean {
  return key === TYPE_NAME || key.startsWith(OWN_SOURCES);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

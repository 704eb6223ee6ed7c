import { type DirectiveNode, Kind, type ObjectTypeDefinitionNode, parse, type TypeNode } from 'graphql';

/** The field of an object that says where its own numbers come from. */
export const SOURCES_OF_TYPE: Readonly<Record<string, string>> = {
  Observation: 'provenance',
  ObservationRevision: 'provenance',
  Territory: 'populationProvenance',
};

/** The field, beside a part, that says where the numbers of that part come from. */
export const SOURCES_OF_PART: Readonly<Record<string, string>> = {
  'Observation.inputs': 'provenance',
  'Territory.centroid': 'centroidProvenance',
};

const NUMBERS = new Set(['Int', 'Float', 'SafeInt']);

/** The numeric fields that the observatory resolves, as `Type.field`, read from the composed schema. */
export function observatoryNumbers(supergraphSdl: string): ReadonlySet<string> {
  const types = parse(supergraphSdl, { noLocation: true }).definitions.filter(
    (each) => each.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  return new Set(
    types
      .filter(isObservatorys)
      .flatMap(({ name, fields = [] }) =>
        fields
          .filter(({ type, directives = [] }) => NUMBERS.has(namedType(type)) && resolvedHere(directives))
          .map((field) => `${name.value}.${field.name.value}`),
      ),
  );
}

function isObservatorys({ directives = [] }: ObjectTypeDefinitionNode): boolean {
  return directives.some((each) => each.name.value === 'join__type' && graphOf(each) === 'OBSERVATORY');
}

/** A field without a join is resolved wherever its type is. */
function resolvedHere(directives: readonly DirectiveNode[]): boolean {
  const joins = directives.filter(({ name }) => name.value === 'join__field');
  return (
    joins.length === 0 ||
    joins.some((join) => graphOf(join) === 'OBSERVATORY' && argumentOf(join, 'external') === null)
  );
}

function graphOf(join: DirectiveNode): string | null {
  const value = argumentOf(join, 'graph');
  return value?.kind === Kind.ENUM ? value.value : null;
}

function argumentOf({ arguments: given = [] }: DirectiveNode, name: string) {
  return given.find((each) => each.name.value === name)?.value ?? null;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

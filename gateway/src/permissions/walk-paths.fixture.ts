import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
} from 'graphql';

/** One way from the root to objects of a type: what to ask around their fields, and the `Type.field` met on the way. */
export type Path = {
  readonly type: string;
  readonly operation: 'query' | 'mutation';
  readonly steps: readonly string[];
  readonly keys: readonly string[];
  /** Whether there is an object at its end, for all that is known. */
  readonly exists: boolean;
  wrap(selection: string): string;
};

/** Arguments as a document writes them, by `Type.field`. */
export type Samples = Readonly<Record<string, string>>;

/** Wraps a selection in the fields of `path`, then in one more field that leads to `type`. */
function longer(
  path: Path,
  parent: string,
  field: GraphQLField<unknown, unknown>,
  type: string,
  args: string,
): Path {
  const onMember = getNamedType(field.type).name === type ? '' : `... on ${type} `;
  return {
    type,
    operation: path.operation,
    steps: [...path.steps, `${parent}.${field.name}`],
    keys: [...path.keys, field.name],
    exists: true,
    wrap: (selection) => {
      const inner = onMember === '' ? selection : `__typename ${onMember}{ ${selection} }`;
      return path.wrap(`${field.name}${args} { ${inner} }`);
    },
  };
}

const ROOTS: readonly Path[] = [
  {
    type: 'Query',
    operation: 'query',
    steps: [],
    keys: [],
    exists: true,
    wrap: (selection) => `{ ${selection} }`,
  },
  {
    type: 'Mutation',
    operation: 'mutation',
    steps: [],
    keys: [],
    exists: true,
    wrap: (selection) => `mutation { ${selection} }`,
  },
];

/** The object types that a field leads to. */
export function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly string[] {
  if (isObjectType(type)) return [type.name];
  return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
}

/**
 * The shortest path to each type, by open fields as far as they lead (so that a type is not hidden by its path alone), and
 * every other field that leads to it, behind the shortest path to the type that has this field.
 */
export function pathsOf(
  schema: GraphQLSchema,
  samples: Samples,
  isOpen: (coordinate: string) => boolean,
): { shortest: ReadonlyMap<string, Path>; others: readonly Path[] } {
  const shortest = new Map<string, Path>(
    ROOTS.filter(({ type }) => schema.getType(type)).map((root) => [root.type, root]),
  );
  const links = (path: Path) => {
    const type = schema.getType(path.type);
    return isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) =>
          objectsOf(schema, getNamedType(field.type)).map((target) =>
            longer(path, path.type, field, target, samples[`${path.type}.${field.name}`] ?? ''),
          ),
        )
      : [];
  };
  for (const openOnly of [true, false]) {
    const queue = [...shortest.values()];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      for (const next of links(path)) {
        if (shortest.has(next.type) || (openOnly && !isOpen(next.steps.at(-1) ?? ''))) continue;
        shortest.set(next.type, next);
        queue.push(next);
      }
    }
  }
  const first = new Set([...shortest.values()].map(({ steps }) => steps.join()));
  const others = [...shortest.values()].flatMap(links).filter(({ steps }) => !first.has(steps.join()));
  return { shortest, others };
}

/** A field as it is asked for: with its arguments, and something below it where it is no leaf. */
export function asked(type: GraphQLObjectType, name: string, samples: Samples): string {
  const field = type.getFields()[name];
  if (field === undefined) throw new RangeError(`${type.name} has no ${name}`);
  const args = samples[`${type.name}.${name}`] ?? '';
  return `${name}${args}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
}

/** The values at the end of a path of keys, lists on the way spread, nulls left out. */
export function valuesAt(data: unknown, keys: readonly string[]): unknown[] {
  if (data === null || data === undefined) return [];
  if (Array.isArray(data)) return data.flatMap((each) => valuesAt(each, keys));
  const [first, ...rest] = keys;
  if (first === undefined) return [data];
  return valuesAt((data as Record<string, unknown>)[first], rest);
}

import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** What may be given to an argument of a name, as literals. Others are made up from their type. */
export type Literals = Readonly<Record<string, readonly string[]>>;

const BY_SCALAR: Readonly<Record<string, string>> = {
  Boolean: 'true',
  Date: '"2025-12-01"',
  DateTime: '"2025-12-01T00:00:00Z"',
  Float: '1.5',
  ID: '"APP:none"',
  Int: '4',
  SafeInt: '100',
  String: '"texte"',
};
const DEEPEST = 4;
const MOST_FIELDS = 3;

/**
 * Operations of one random selection set each, over all that the queries of a schema lead to. The same seed makes the same
 * ones. `representations` are what other subgraphs may ask for; `often` names the queries that half of the sets are for.
 */
export function selectionSets(
  schema: GraphQLSchema,
  options: {
    count: number;
    seed: number;
    literals: Literals;
    representations: readonly string[];
    often: readonly string[];
  },
): string[] {
  const random = generator(options.seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;

  const value = (name: string, type: GraphQLInputType): string => {
    const known = options.literals[name];
    if (known !== undefined) return pick(known);
    if (isNonNullType(type)) return value(name, type.ofType);
    if (isListType(type)) return `[${value(name, type.ofType)}]`;
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (!isInputObjectType(type)) return BY_SCALAR[getNamedType(type).name] ?? '"texte"';
    const given = Object.values(type.getFields()).filter(
      (each) => isRequiredInputField(each) || random() < 0.3,
    );
    return `{ ${given.map((each) => `${each.name}: ${value(each.name, each.type)}`).join(', ')} }`;
  };
  const argumentsOf = (args: readonly GraphQLArgument[]): string => {
    const given = args.filter(
      (each) => isRequiredArgument(each) || (each.name !== 'after' && random() < 0.3),
    );
    return given.length === 0
      ? ''
      : `(${given.map((each) => `${each.name}: ${value(each.name, each.type)}`).join(', ')})`;
  };
  const field = (each: GraphQLField<unknown, unknown>, depth: number): string =>
    `${each.name}${argumentsOf(each.args)}${selection(getNamedType(each.type), depth)}`;
  const fieldsOf = (type: GraphQLObjectType, depth: number): string => {
    const all = Object.values(type.getFields()).filter((each) => depth < DEEPEST || isLeaf(each));
    if (all.length === 0) return '__typename';
    const count = 1 + Math.floor(random() * MOST_FIELDS);
    return [...new Set(Array.from({ length: count }, () => pick(all)))]
      .map((each) => field(each, depth))
      .join(' ');
  };
  const selection = (type: GraphQLNamedType, depth: number): string => {
    if (isObjectType(type)) return ` { ${fieldsOf(type, depth + 1)} }`;
    if (!isAbstractType(type)) return '';
    const members = schema.getPossibleTypes(type);
    return ` { ${members.map((each) => `... on ${each.name} { ${fieldsOf(each, depth + 1)} }`).join(' ')} }`;
  };

  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
    ({ name }) => name !== '_service',
  );
  return Array.from({ length: options.count }, () => {
    const root =
      random() < 0.5 ? pick(roots) : pick(roots.filter(({ name }) => options.often.includes(name)));
    if (root.name !== '_entities') return `{ ${field(root, 0)} }`;
    const asked = `representations: [${options.representations.join(', ')}]`;
    return `{ _entities(${asked})${selection(getNamedType(root.type), 0)} }`;
  });
}

const isLeaf = ({ type }: GraphQLField<unknown, unknown>) => {
  const named = getNamedType(type);
  return !isObjectType(named) && !isAbstractType(named);
};

/** Numbers from 0 to 1 that look random, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

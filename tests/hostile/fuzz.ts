import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** An argument, or a field of an input, that a variable can fill. */
export type Place = {
  /** From the type of the root: `Query.laureates.filter.search`. */
  readonly path: readonly string[];
  readonly operation: 'query' | 'mutation';
  /** The fields that lead to the one with the argument, with what they need. */
  readonly steps: readonly string[];
  readonly field: GraphQLField<unknown, unknown>;
  /** The text of all arguments, the variable in its place. */
  readonly arguments: string;
  readonly variableType: string;
};

const DEPTH = 3;

/** Good values of arguments that a path needs to be walked. */
const KNOWN: Readonly<Record<string, string>> = {
  code: '"DEP:92"',
  id: '"COM:92050"',
  edition: '4',
  slug: '"rencontres-ess-et-territoire-2024-11-13"',
  within: '"DEP:92"',
  level: 'COMMUNE',
  codes: '["ESS_JOBS"]',
  siret: '"73282932000074"',
  eventSlug: '"x"',
  search: '"a"',
  legalForm: '"9220"',
  actionTerritories: '["COM:92050"]',
  requestedCents: '1200000',
  themeCodes: '[]',
  idempotencyKey: '"fuzz"',
  partner: '"Essai"',
  scopes: '["statistics:read"]',
};

/** Every argument of every field that three steps reach, and every field of the inputs among them. */
export function argumentsOf(sdl: string): Place[] {
  const schema = buildSchema(sdl);
  const places: Place[] = [];
  const seen = new Set<string>();
  const walk = (
    type: GraphQLObjectType,
    operation: Place['operation'],
    steps: readonly string[],
    path: readonly string[],
  ) => {
    for (const field of Object.values(type.getFields())) {
      const key = `${type.name}.${field.name}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const argument of field.args)
        places.push(...placesOf(field, argument, operation, steps, [...path, field.name]));
      const next = getNamedType(field.type);
      if (isObjectType(next) && steps.length < DEPTH && operation === 'query') {
        walk(
          next,
          operation,
          [...steps, `${field.name}${given(field.args.filter(isRequiredArgument))}`],
          [...path, field.name],
        );
      }
    }
  };
  const { Query, Mutation } = schema.getTypeMap();
  if (isObjectType(Query)) walk(Query, 'query', [], ['Query']);
  if (isObjectType(Mutation)) walk(Mutation, 'mutation', [], ['Mutation']);
  return places;
}

/** The document that puts `$v` where the place is, and asks as little as it can of what comes back. */
export function documentFor({ operation, variableType, steps, field, arguments: filled }: Place): string {
  const inner = `${field.name}(${filled})${selectionOf(getNamedType(field.type))}`;
  const body = steps.reduceRight((text, step) => `${step} { ${text} }`, inner);
  return `${operation} ($v: ${variableType}) { ${body} }`;
}

function placesOf(
  field: GraphQLField<unknown, unknown>,
  argument: GraphQLArgument,
  operation: Place['operation'],
  steps: readonly string[],
  path: readonly string[],
): Place[] {
  const others = field.args.filter((each) => each !== argument && isRequiredArgument(each));
  const rest = others.map((each) => `${each.name}: ${goodValue(each)}`);
  const place = (name: string, text: string, type: string): Place => ({
    path: [...path, name],
    operation,
    steps,
    field,
    arguments: [...rest, text].join(', '),
    variableType: type,
  });
  const type = getNamedType(argument.type);
  const whole = place(argument.name, `${argument.name}: $v`, String(argument.type));
  if (!isInputObjectType(type) || isListType(argument.type)) return [whole];
  const parts = Object.values(type.getFields()).map((part) => {
    const needed = Object.values(type.getFields()).filter(
      (each) => each !== part && isRequiredInputField(each),
    );
    const object = [...needed.map((each) => `${each.name}: ${goodValue(each)}`), `${part.name}: $v`].join(
      ', ',
    );
    return place(`${argument.name}.${part.name}`, `${argument.name}: { ${object} }`, String(part.type));
  });
  return [whole, ...parts];
}

function given(args: readonly GraphQLArgument[]): string {
  return args.length === 0 ? '' : `(${args.map((each) => `${each.name}: ${goodValue(each)}`).join(', ')})`;
}

function goodValue({ name, type }: GraphQLArgument | GraphQLInputField): string {
  const known = KNOWN[name];
  if (known !== undefined) return known;
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return '[]';
  const named = getNamedType(inner);
  if (isInputObjectType(named)) {
    const needed = Object.values(named.getFields()).filter(isRequiredInputField);
    return `{ ${needed.map((each) => `${each.name}: ${goodValue(each)}`).join(', ')} }`;
  }
  if (isEnumType(named)) return named.getValues()[0]?.name ?? '';
  return { Int: '1', SafeInt: '1', Float: '1', Boolean: 'true' }[named.name] ?? '"x"';
}

function selectionOf(type: GraphQLNamedType): string {
  return isLeafType(type) ? '' : ' { __typename }';
}

import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
} from 'graphql';

/**
 * Tells whether a call gives the argument that a path leads to: `filter.minScore` (given at all, null included), or
 * `orderBy=SCORE_DESC` (given that value of an enum, alone or among others). Throws when the path leads nowhere.
 */
export function argumentProbe(
  field: GraphQLField<unknown, never>,
  path: string,
): (args: Record<string, unknown>) => boolean {
  const [steps = '', value] = path.split('=');
  const names = steps.split('.');
  const type = typeAt(field, names, path);
  const wanted = value === undefined ? null : { value: enumValue(type, value, path) };
  return (args) => valuesAt(args, names).some((given) => wanted === null || given === wanted.value);
}

function typeAt(
  field: GraphQLField<unknown, never>,
  names: readonly string[],
  path: string,
): GraphQLInputType {
  const [first, ...rest] = names;
  let type = field.args.find(({ name }) => name === first)?.type;
  for (const name of rest) {
    const holder = type === undefined ? undefined : getNamedType(type);
    type = isInputObjectType(holder) ? holder.getFields()[name]?.type : undefined;
  }
  if (type === undefined) throw new RangeError(`${field.name} has no argument ${path}`);
  return type;
}

function enumValue(type: GraphQLInputType, name: string, path: string): unknown {
  const named = getNamedType(type);
  const known = isEnumType(named) ? named.getValue(name) : undefined;
  if (!known) throw new RangeError(`${path} names no value of an enum`);
  return known.value;
}

/** What is given at the end of a path, lists on the way spread. */
function valuesAt(given: unknown, names: readonly string[]): unknown[] {
  if (Array.isArray(given)) return given.flatMap((each) => valuesAt(each, names));
  const [first, ...rest] = names;
  if (first === undefined) return given === undefined ? [] : [given];
  if (typeof given !== 'object' || given === null || !(first in given)) return [];
  return valuesAt((given as Record<string, unknown>)[first], rest);
}

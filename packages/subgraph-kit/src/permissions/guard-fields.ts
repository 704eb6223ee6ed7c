import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import type { Context } from '../context.ts';
import { argumentProbe } from './argument-probe.ts';
import type { Condition } from './permission-table.ts';
import type { FieldPermission } from './read-permissions.ts';
import { refuse } from './refuse.ts';
import { holds, type Permit } from './rule.ts';

type Resolver = GraphQLFieldResolver<unknown, Context>;
type Conditions = Readonly<Record<string, Condition>>;

/**
 * Puts a guard before the resolver of every field that is not public, in place: whichever way leads to an object (a root
 * field, another object, a reference from another subgraph, an interface), its fields are asked for through their
 * resolvers. Public fields are left as they are and cost nothing.
 */
export function guardFields(
  schema: GraphQLSchema,
  rows: ReadonlyMap<string, FieldPermission>,
  conditions: Conditions,
): void {
  for (const row of rows.values()) {
    const type = schema.getType(row.type);
    const field = isObjectType(type) ? type.getFields()[row.field] : undefined;
    if (field === undefined) throw new RangeError(`The schema has no field ${row.type}.${row.field}`);
    const probes = Object.entries(row.arguments).map(([path, permit]) => ({
      permit,
      target: `${row.type}.${row.field}(${path})`,
      isGiven: argumentProbe(field, path),
    }));
    if (row.rule === 'public' && probes.length === 0) continue;
    field.resolve = guarded(field as GraphQLField<unknown, Context>, row, probes, conditions);
  }
}

type Probe = { permit: Permit; target: string; isGiven: (args: Record<string, unknown>) => boolean };

function guarded(
  field: GraphQLField<unknown, Context>,
  { type, rule, otherwise, field: name }: FieldPermission,
  probes: readonly Probe[],
  conditions: Conditions,
): Resolver {
  const resolve: Resolver = field.resolve ?? defaultFieldResolver;
  const outcome = type === 'Mutation' ? field.type : null;
  const demands =
    rule === 'public' || otherwise !== null ? [] : [{ permit: rule, target: `${type}.${name}` }];
  const allowed = (permit: Permit, parent: unknown, args: unknown, ctx: Context) =>
    isAllowed(permit, conditions, parent, args, ctx);
  const mask = otherwise as ((value: unknown, parent: unknown) => unknown) | null;

  return (parent, args, ctx, info) => {
    const pending = [...demands, ...probes.filter(({ isGiven }) => isGiven(args))];
    const proceed = (next: number): unknown => {
      const demand = pending[next];
      if (demand === undefined) return shown(resolve(parent, args, ctx, info));
      return andThen(allowed(demand.permit, parent, args, ctx), (yes) =>
        yes ? proceed(next + 1) : refuse(ctx, demand.target, demand.permit, outcome),
      );
    };
    const shown = (resolved: unknown): unknown => {
      if (mask === null || rule === 'public') return resolved;
      return andThen(resolved, (value) =>
        andThen(allowed(rule, parent, args, ctx), (yes) => (yes ? value : mask(value, parent))),
      );
    };
    return proceed(0);
  };
}

/** Whether the viewer may: what needs no condition is looked at first. A condition that fails is an error, never a yes. */
function isAllowed(
  permit: Permit,
  conditions: Conditions,
  parent: unknown,
  args: unknown,
  ctx: Context,
): boolean | Promise<boolean> {
  const held = permit.filter((each) => holds(ctx.viewer, each));
  if (held.some(({ when }) => when.length === 0)) return true;
  return held.length === 0 ? false : someMet(held, conditions, parent as never, args as never, ctx);
}

async function someMet(
  held: Permit,
  conditions: Conditions,
  parent: never,
  args: never,
  ctx: Context,
): Promise<boolean> {
  for (const { when } of held) {
    const met = await Promise.all(when.map((name) => conditions[name]?.holds(parent, args, ctx) ?? false));
    if (met.every((each) => each === true)) return true;
  }
  return false;
}

/** Without a promise where there is none to wait for: a list may hold thousands of objects. */
function andThen<Value>(value: Value | Promise<Value>, next: (value: Value) => unknown): unknown {
  return value instanceof Promise ? value.then(next) : next(value);
}

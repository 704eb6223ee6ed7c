import type { MiddlewareFn } from 'type-graphql';
import type { Context } from '../context.ts';
import { Fault } from '../errors.ts';

/** Items that the lists of one request may hold together. Lists inside lists multiply: a few words can ask for millions. */
export const MAX_ITEMS_OF_REQUEST = 50_000;

const spent = new WeakMap<Context, number>();

/** Counts what every list gives, and refuses to go on once a request has had more than its share. */
export const itemBudget: MiddlewareFn<Context> = async ({ context }, next) => {
  const result: unknown = await next();
  if (!Array.isArray(result)) return result;
  const total = (spent.get(context) ?? 0) + result.length;
  spent.set(context, total);
  if (total > MAX_ITEMS_OF_REQUEST) {
    throw new Fault(
      'OPERATION_LIMIT',
      `Cette requête rassemble plus de ${MAX_ITEMS_OF_REQUEST} éléments : demandez moins de listes imbriquées.`,
    );
  }
  return result;
};

import type { MiddlewareFn } from 'type-graphql';
import type { Context } from '../context.ts';
import { BadInput } from '../errors.ts';

const MAX_TEXT = 10_000;
const MAX_ITEMS = 100;

/**
 * Refuses text that PostgreSQL cannot hold (U+0000, lone surrogates) or that is absurdly long, and lists of more than
 * 100 items; names the argument.
 */
export const guardArguments: MiddlewareFn<Context> = ({ args }, next) => {
  for (const [name, value] of Object.entries(args)) guard(name, value);
  return next();
};

function guard(argument: string, value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed()) {
      throw new BadInput(argument, `« ${argument} » contient un caractère interdit.`);
    }
    if (value.length > MAX_TEXT) {
      throw new BadInput(argument, `« ${argument} » dépasse ${MAX_TEXT} caractères.`);
    }
  } else if (Array.isArray(value)) {
    if (value.length > MAX_ITEMS) {
      throw new BadInput(argument, `« ${argument} » compte ${MAX_ITEMS} éléments au plus.`);
    }
    for (const each of value) guard(argument, each);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const [name, each] of Object.entries(value)) guard(`${argument}.${name}`, each);
  }
}

import { BadInput } from '../errors.ts';

/** What is searched for, null when nothing is. Throws BadInput, naming the argument, when it is blank. */
export function searchArgument(argument: string, value: string): string;
export function searchArgument(argument: string, value: string | null | undefined): string | null;
export function searchArgument(argument: string, value: string | null | undefined): string | null {
  if (value?.trim() === '') throw new BadInput(argument, `« ${argument} » ne peut pas être vide.`);
  return value ?? null;
}

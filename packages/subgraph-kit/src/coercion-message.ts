import { GraphQLError } from 'graphql';
import { Fault } from './errors.ts';

/** A value that does not fit its type. `argument` leads to it (`input.title`), `message` is French and holds no value. */
export type CoercionProblem = { argument: string; message: string };

/**
 * What graphql-js (16) found wrong with a variable or, at execution, with an argument; null for any other error. Its own
 * sentences are English, repeat the value and suggest names.
 */
export function coercionProblem(error: GraphQLError): CoercionProblem | null {
  return variableProblem(error) ?? argumentProblem(deepest(error));
}

function variableProblem(error: GraphQLError): CoercionProblem | null {
  const variable = /^Variable "\$(\w+)" (got invalid value|of required type|of non-null type) /.exec(
    error.message,
  );
  const [, name, trouble] = variable ?? [];
  if (name === undefined) return null;
  if (trouble === 'of required type') return missing(name);
  if (trouble === 'of non-null type') return nullRefused(name);
  const detail = error.originalError;
  if (!(detail instanceof GraphQLError)) return unexpected(name);
  const before = error.message.slice(0, -`; ${detail.message}`.length);
  const place = / at "(\w+(?:\.\w+|\[\d+\])*)"$/.exec(before)?.[1] ?? name;
  return valueProblem(place, detail);
}

function argumentProblem(error: Error): CoercionProblem | null {
  if (!(error instanceof GraphQLError)) return null;
  const [, name, trouble] =
    /^Argument "(\w+)" (has invalid value|of required type|of non-null type) /.exec(error.message) ?? [];
  if (name === undefined) return null;
  if (trouble === 'of required type') return missing(name);
  return trouble === 'of non-null type' ? nullRefused(name) : unexpected(name);
}

function valueProblem(place: string, detail: GraphQLError): CoercionProblem {
  if (detail instanceof Fault) return { argument: place, message: detail.message };
  const [, required] = /^Field "(\w+)" of required type /.exec(detail.message) ?? [];
  if (required !== undefined) return missing(`${place}.${required}`);
  const [, unknown] = /^Field "(\w{1,60})" is not defined by type /.exec(detail.message) ?? [];
  if (unknown !== undefined) {
    return { argument: `${place}.${unknown}`, message: `« ${place} » n’a pas de champ « ${unknown} ».` };
  }
  const [, nullKey] = /^Field "(\w+)" must be non-null/.exec(detail.message) ?? [];
  if (nullKey !== undefined) return nullRefused(`${place}.${nullKey}`);
  if (detail.message.startsWith('Expected non-nullable type ')) return nullRefused(place);
  const expected = EXPECTATIONS.find(([pattern]) => pattern.test(detail.message))?.[1];
  return expected === undefined
    ? unexpected(place)
    : { argument: place, message: `« ${place} » ${expected}.` };
}

const EXPECTATIONS: readonly (readonly [RegExp, string])[] = [
  [/^Value .* does not exist in "\w+" enum/s, 'n’est pas l’une des valeurs prévues'],
  [/^Enum "\w+" cannot represent /, 'n’est pas l’une des valeurs prévues'],
  [/^Int cannot represent /, 'doit être un nombre entier, de −2147483648 à 2147483647'],
  [/^Float cannot represent /, 'doit être un nombre'],
  [/^String cannot represent /, 'doit être un texte'],
  [/^Boolean cannot represent /, 'doit être « true » ou « false »'],
  [/^ID cannot represent /, 'doit être un identifiant'],
  [/^Expected type "\w+" to be an object/, 'doit être un objet'],
  [/^Exactly one key must be specified /, 'doit contenir un champ et un seul'],
];

function missing(argument: string): CoercionProblem {
  return { argument, message: `« ${argument} » est obligatoire.` };
}

function nullRefused(argument: string): CoercionProblem {
  return { argument, message: `« ${argument} » ne peut pas être nul.` };
}

function unexpected(argument: string): CoercionProblem {
  return { argument, message: `« ${argument} » n’a pas la forme attendue.` };
}

/** The error at the bottom of those that graphql-js wraps in one another. */
function deepest(error: GraphQLError): Error {
  let candidate: Error = error;
  while (candidate instanceof GraphQLError && candidate.originalError) candidate = candidate.originalError;
  return candidate;
}

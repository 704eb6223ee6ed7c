import type { GraphQLFormattedError } from 'graphql';

/**
 * What graphql-js says of a document, in French, without the names that the client did not write: no type, no argument
 * that is missing, no suggestion. Each pattern keeps at most one name, that of the document itself.
 */
const SENTENCES: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/^Cannot query field "(\w+)"/, (name) => `« ${name} » n’est pas un champ connu à cet endroit.`],
  [/^Unknown argument "(\w+)"/, (name) => `« ${name} » n’est pas un argument connu à cet endroit.`],
  [/^Unknown type "(\w+)"/, (name) => `« ${name} » n’est pas un type connu.`],
  [/^Unknown directive "@(\w+)"/, (name) => `« @${name} » n’est pas une directive connue.`],
  [/^Directive "@(\w+)" may not be used/, (name) => `« @${name} » n’a pas sa place ici.`],
  [/^The directive "@(\w+)" can only be used once/, (name) => `« @${name} » ne se met qu’une fois.`],
  [/^Unknown fragment "(\w+)"/, (name) => `Le fragment « ${name} » n’est pas défini.`],
  [/^Fragment "(\w+)" is never used/, (name) => `Le fragment « ${name} » ne sert pas.`],
  [/^Cannot spread fragment "(\w+)" within itself/, (name) => `Le fragment « ${name} » s’appelle lui-même.`],
  [/^Fragment "(\w+)" cannot/, (name) => `Le fragment « ${name} » n’a pas sa place ici.`],
  [/^Fragment cannot/, () => 'Un fragment n’a pas sa place ici.'],
  [/^There can be only one \w+ named "(\w+)"/, (name) => `« ${name} » est défini deux fois.`],
  [/^Field "(\w+)" must not have a selection/, (name) => `« ${name} » n’a pas de sous-champs.`],
  [
    /^Field "(\w+)" of type .* must have a selection/s,
    (name) => `Choisissez des sous-champs de « ${name} ».`,
  ],
  [/^Fields? "(\w+)" conflict/, (name) => `« ${name} » est demandé deux fois de façons différentes.`],
  [/^Field "(\w+)" argument "\w+" of type .* is required/s, (name) => `Il manque un argument à « ${name} ».`],
  [/^Variable "\$(\w+)" is not defined/, (name) => `La variable « $${name} » n’est pas déclarée.`],
  [/^Variable "\$(\w+)" is never used/, (name) => `La variable « $${name} » ne sert pas.`],
  [/^Variable "\$(\w+)" /, (name) => `La variable « $${name} » n’a pas le type attendu.`],
  [/^Value "(\w+)" does not exist/, (name) => `« ${name} » n’est pas l’une des valeurs prévues.`],
  [/ cannot represent |^Expected value of type /s, () => 'Une valeur n’a pas le type attendu.'],
  [/introspection/i, () => 'Le schéma ne se lit pas ici : il est publié sous forme de fichier.'],
  [/^Too many validation errors/, () => 'Ce document a d’autres erreurs encore.'],
];

const MAX_MESSAGE = 300;

/** An error about a document as production tells it. Errors of any other kind come back as they are. */
export function plainMessage(error: GraphQLFormattedError): GraphQLFormattedError {
  const code = error.extensions?.['code'];
  if (code === 'GRAPHQL_PARSE_FAILED') {
    return { ...error, message: `Ce document ne se lit pas : erreur de syntaxe${placeOf(error)}.` };
  }
  return code === 'GRAPHQL_VALIDATION_FAILED' ? { ...error, message: sentenceFor(error.message) } : error;
}

function sentenceFor(message: string): string {
  for (const [pattern, sentence] of SENTENCES) {
    const match = pattern.exec(message);
    if (match !== null) return sentence((match[1] ?? '').slice(0, 60));
  }
  return 'Ce document n’est pas valable pour ce graphe.';
}

function placeOf({ locations }: GraphQLFormattedError): string {
  const [place] = locations ?? [];
  return place === undefined ? '' : ` ligne ${place.line}, colonne ${place.column}`;
}

/** A message repeats what the client wrote, at any length. */
export function boundedMessage(error: GraphQLFormattedError): GraphQLFormattedError {
  if (error.message.length <= MAX_MESSAGE) return error;
  return { ...error, message: `${error.message.slice(0, MAX_MESSAGE)}…` };
}

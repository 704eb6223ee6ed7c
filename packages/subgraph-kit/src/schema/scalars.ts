import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTime, GraphQLSafeInt } from 'graphql-scalars';
import { isCalendarDay } from '../clock.ts';
import { Fault } from '../errors.ts';

function refuse(message: string): never {
  throw new Fault('BAD_USER_INPUT', message);
}

function parseDay(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || !isCalendarDay(value)) {
    return refuse('Une date du calendrier est attendue, sous la forme AAAA-MM-JJ.');
  }
  return value;
}

/** A day of the calendar, kept as text so that no time zone can shift it. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'Jour du calendrier, à Paris, sous la forme AAAA-MM-JJ.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: parseDay,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null),
});

/** Years 1 to 9999 have four digits; two days are left at both ends so that no offset, Paris's among them, leaves them. */
const EARLIEST = Date.parse('0001-01-03T00:00:00Z');
const LATEST = Date.parse('9999-12-29T23:59:59.999Z');

/** JavaScript and graphql-scalars roll 30 February over to March. */
function parseInstant(value: unknown): Date {
  if (typeof value === 'string' && isCalendarDay(value.slice(0, 10))) {
    try {
      const instant = GraphQLDateTime.parseValue(value);
      if (instant.getTime() >= EARLIEST && instant.getTime() <= LATEST) return instant;
    } catch {
      // falls through to the refusal
    }
  }
  return refuse('Un instant est attendu, sous la forme 2025-11-20T10:00:00Z ou 2025-11-20T11:00:00+01:00.');
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'Instant, avec son décalage horaire (RFC 3339), rendu en temps universel.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => new Date(value as Date).toISOString(),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

function parseSafeInt(parse: () => unknown): number {
  try {
    return parse() as number;
  } catch {
    return refuse('Un nombre entier est attendu, entre −9007199254740991 et 9007199254740991.');
  }
}

export const SafeIntScalar = new GraphQLScalarType<number, number>({
  name: 'SafeInt',
  description: 'Nombre entier exact jusqu’à 9007199254740991 (2⁵³ − 1), par exemple un montant en centimes.',
  serialize: (value) => parseSafeInt(() => GraphQLSafeInt.serialize(value)),
  parseValue: (value) => parseSafeInt(() => GraphQLSafeInt.parseValue(value)),
  parseLiteral: (node: ValueNode) => parseSafeInt(() => GraphQLSafeInt.parseLiteral(node, null)),
});

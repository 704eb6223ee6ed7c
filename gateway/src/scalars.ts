import { DateScalar, DateTimeScalar, SafeIntScalar } from '@graphess/subgraph-kit';
import { type GraphQLSchema, isScalarType } from 'graphql';

/**
 * A supergraph knows its scalars by name only, so that a wrong value would travel to a subgraph. Gives the gateway's
 * schema the parsers of the subgraphs: a wrong date is refused at the door, the same in both ways of running.
 */
export function adoptScalars(schema: GraphQLSchema): void {
  for (const scalar of [DateScalar, DateTimeScalar, SafeIntScalar]) {
    const known = schema.getType(scalar.name);
    if (!isScalarType(known)) continue;
    // Values go on to the subgraph as they came: only the check is wanted here.
    known.parseValue = (value) => {
      scalar.parseValue(value);
      return value;
    };
    known.parseLiteral = scalar.parseLiteral.bind(scalar);
  }
}

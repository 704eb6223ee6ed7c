import { Fault } from '@graphess/subgraph-kit';
import {
  type ASTVisitor,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  Kind,
  parse,
  type ValidationContext,
} from 'graphql';

/** The fields of each type, those that the public API hides included. */
type FieldNames = ReadonlyMap<string, ReadonlySet<string>>;

/** The variable that carries keys to a subgraph, beside the client's own. */
const ENTITY_KEYS = 'representations';

/**
 * Refuses an alias that is the name of another field where it stands, or that begins with `__`. The gateway adds keys and
 * type names to what it asks of subgraphs, under their own names: such an alias is overwritten, and the answer is wrong
 * without a word (https://github.com/apollographql/federation/issues/3036). So would a client's variable of the name that
 * the gateway gives to the keys of entities.
 */
export function aliasNames(supergraphSdl: string): (context: ValidationContext) => ASTVisitor {
  const fieldsOf = fieldNames(supergraphSdl);
  return (context) => ({
    VariableDefinition({ variable }) {
      if (variable.name.value !== ENTITY_KEYS) return;
      context.reportError(
        new Fault(
          'GRAPHQL_VALIDATION_FAILED',
          `La variable « $${ENTITY_KEYS} » porte un nom que la passerelle se réserve : choisissez-en un autre.`,
        ),
      );
    },
    Field(node) {
      const alias = node.alias?.value;
      if (alias === undefined || alias === node.name.value) return;
      const parent = context.getParentType();
      const taken =
        alias.startsWith('__') ||
        (isCompositeType(parent) &&
          typesOf(context.getSchema(), parent.name).some((name) => fieldsOf.get(name)?.has(alias)));
      if (!taken) return;
      context.reportError(
        new Fault(
          'GRAPHQL_VALIDATION_FAILED',
          alias.startsWith('__')
            ? 'Un alias ne peut pas commencer par « __ » : choisissez-en un autre.'
            : `L’alias « ${alias.slice(0, 60)} » est le nom d’un autre champ : choisissez-en un autre.`,
        ),
      );
    },
  });
}

function fieldNames(sdl: string): FieldNames {
  const types = parse(sdl, { noLocation: true }).definitions.filter(
    (each) => each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  return new Map(
    types.map(({ name, fields = [] }) => [name.value, new Set(fields.map((field) => field.name.value))]),
  );
}

function typesOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isAbstractType(type) ? [name, ...schema.getPossibleTypes(type).map((each) => each.name)] : [name];
}

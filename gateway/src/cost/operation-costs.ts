import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { buildSchema, getVariableValues, Kind, parse } from 'graphql';
import { type CostModel, costModel } from './cost-model.ts';
import { estimatedCost } from './request-cost.ts';

/** The model of the committed schema. */
export function committedCostModel(): CostModel {
  const read = (file: string) => readFileSync(join(PROJECT_ROOT, 'schema', file), 'utf8');
  return costModel(buildSchema(read('api.graphql')), read('supergraph.graphql'));
}

/**
 * What each operation of `operations/` may cost, by file, with the variables of the file beside it.
 * Throws when an operation needs variables that no file gives.
 */
export function operationCosts(model = committedCostModel()): Record<string, number> {
  return Object.fromEntries(
    Object.entries(shippedOperations()).map(([file, text]) => [file, costOf(model, file, text)]),
  );
}

/** The text of each file of `operations/`. */
export function shippedOperations(): Record<string, string> {
  const files = globSync('operations/**/*.graphql', { cwd: PROJECT_ROOT }).sort();
  return Object.fromEntries(
    files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(PROJECT_ROOT, file), 'utf8')]),
  );
}

function costOf(model: CostModel, file: string, text: string): number {
  const document = parse(text);
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error(`${file} has no operation`);
  const given = join(PROJECT_ROOT, file.replace(/\.graphql$/, '.variables.json'));
  const variables = existsSync(given)
    ? (JSON.parse(readFileSync(given, 'utf8')) as Record<string, unknown>)
    : {};
  const { coerced, errors } = getVariableValues(model.schema, operation.variableDefinitions ?? [], variables);
  if (coerced === undefined) throw new Error(`${file}: ${errors.map(({ message }) => message).join(' ')}`);
  return estimatedCost(model, { operation, document, variables: coerced });
}

import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** An operation file that a schema no longer serves as before, with each reason in words. */
export type BrokenOperation = { file: string; reasons: string[] };

/**
 * Which operations a change of the schema breaks: those that the new schema refuses, and those that use what changed in
 * a way that breaks clients (a value that may now be null, a value of an enum that is gone).
 */
export async function brokenOperations(
  before: GraphQLSchema,
  after: GraphQLSchema,
  operations: Readonly<Record<string, string>>,
): Promise<BrokenOperation[]> {
  const changes = (await diff(before, after)).filter(
    ({ criticality }) => criticality.level === CriticalityLevel.Breaking,
  );
  return Object.entries(operations).flatMap(([file, text]) => {
    const document = parse(text);
    const used = usedBy(document, before);
    const explained = changes.filter(({ path }) => path !== undefined && touches(used, path));
    const refused = validate(after, document).map(({ message }) => `the schema refuses it: ${message}`);
    const reasons = [...explained.map(({ message }) => message), ...refused];
    return reasons.length === 0 ? [] : [{ file, reasons }];
  });
}

/** What to print when an operation is broken. */
export function explanation(broken: readonly BrokenOperation[]): string {
  return broken
    .flatMap(({ file, reasons }) => [
      `${file} is broken by this schema:`,
      ...reasons.map((each) => `  - ${each}`),
    ])
    .join('\n');
}

/** A change of `Call.themes.first` touches who uses `Call.themes`; of `Level.QPV`, who uses the enum `Level`. */
function touches(used: ReadonlySet<string>, path: string): boolean {
  const [type = '', member, argument] = path.split('.');
  if (member === undefined) return used.has(type);
  if (used.has(`${type}.${member}`)) return true;
  return argument === undefined && used.has(`${type}.*`);
}

/** Fields as `Type.field`; enums and input types as `Type` and `Type.*`, since any of their members may be meant. */
function usedBy(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const used = new Set<string>();
  const info = new TypeInfo(schema);
  const noteInput = (type: unknown): void => {
    const named = getNamedType(type as Parameters<typeof getNamedType>[0]);
    if (named === undefined || used.has(`${named.name}.*`)) return;
    used.add(named.name).add(`${named.name}.*`);
    if (isInputObjectType(named)) for (const field of Object.values(named.getFields())) noteInput(field.type);
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        const type = info.getType();
        if (parent) used.add(parent.name).add(`${parent.name}.${node.name.value}`);
        const named = getNamedType(type);
        if (named && 'getValues' in named) used.add(named.name).add(`${named.name}.*`);
      },
      Argument: () => noteInput(info.getInputType()),
      Variable: () => noteInput(info.getInputType()),
    }),
  );
  return used;
}

import { type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql';
import { KIT_ROWS, type Mask, type PermissionTable, type RestrictedField } from './permission-table.ts';
import type { Alternative, Permit, Rule } from './rule.ts';

/** One row of the table, ready to be enforced and shown. */
export type FieldPermission = {
  readonly type: string;
  readonly field: string;
  /** Who may see it; with `otherwise`, who sees it as it is. */
  readonly rule: Rule;
  readonly otherwise: Mask | null;
  readonly personal: boolean;
  readonly arguments: Readonly<Record<string, Permit>>;
};

const ROOTS_OF_FEDERATION = ['_entities', '_service'];

/**
 * The rows of a table for the fields that a document declares, by `Type.field`. Fields that another subgraph resolves
 * (`@external`) have no row. Throws one error that lists every field without a row, every row without a field, and
 * whatever else does not hold together.
 */
export function readPermissions(
  subgraph: string,
  table: PermissionTable,
  document: DocumentNode,
): ReadonlyMap<string, FieldPermission> {
  const fields = resolvedFields(document);
  const types = new Set([...fields.values()].map(({ type }) => type));
  const problems: string[] = [];
  const rows = new Map<string, FieldPermission>();
  const addRow = (type: string, field: string, restricted: RestrictedField | null) => {
    const name = `${type}.${field}`;
    if (rows.has(name)) problems.push(`${name} has two rows`);
    if (!fields.has(name)) problems.push(`${name} has a row and is no field of this subgraph`);
    if (restricted?.personal && restricted.otherwise)
      problems.push(`${name} is personal and shown to everybody`);
    rows.set(name, {
      type,
      field,
      rule: restricted?.may ?? 'public',
      otherwise: restricted?.otherwise ?? null,
      personal: restricted?.personal ?? false,
      arguments: table.arguments?.[name] ?? {},
    });
  };
  for (const [type, names] of Object.entries(table.public))
    for (const field of names) addRow(type, field, null);
  for (const [type, names] of [KIT_ROWS, ...(table.shared ?? [])].flatMap(Object.entries<readonly string[]>))
    if (types.has(type)) for (const field of names) addRow(type, field, null);
  for (const [type, rules] of Object.entries(table.restricted ?? {}))
    for (const [field, rule] of Object.entries(rules)) {
      addRow(type, field, 'may' in rule ? rule : { may: rule });
    }
  for (const name of fields.keys()) if (!rows.has(name)) problems.push(`${name} has no row`);
  for (const name of Object.keys(table.arguments ?? {}))
    if (!fields.has(name)) problems.push(`${name} has rules for arguments and is no field of this subgraph`);
  problems.push(...misnamedConditions(table, rows));
  if (problems.length > 0) {
    throw new Error(
      `The table of permissions of ${subgraph} (${subgraph}.permissions.ts) does not fit its schema:\n${problems
        .sort()
        .map((problem) => `  - ${problem}`)
        .join('\n')}`,
    );
  }
  return rows;
}

function resolvedFields(document: DocumentNode): Map<string, { type: string; node: FieldDefinitionNode }> {
  return new Map(
    document.definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
      const type = definition.name.value;
      return (definition.fields ?? [])
        .filter((node) => !isExternal(node) && !ROOTS_OF_FEDERATION.includes(node.name.value))
        .map((node) => [`${type}.${node.name.value}`, { type, node }] as const);
    }),
  );
}

export function isExternal(node: FieldDefinitionNode): boolean {
  return node.directives?.some(({ name }) => name.value === 'external') ?? false;
}

function misnamedConditions(table: PermissionTable, rows: ReadonlyMap<string, FieldPermission>): string[] {
  const declared = Object.keys(table.conditions ?? {});
  const used = new Set(
    [...rows.values()]
      .flatMap(({ rule, arguments: args }) => [...(rule === 'public' ? [] : [rule]), ...Object.values(args)])
      .flat()
      .flatMap(({ when }: Alternative) => when),
  );
  return [
    ...[...used].filter((name) => !declared.includes(name)).map((name) => `« ${name} » is no condition`),
    ...declared
      .filter((name) => !used.has(name))
      .map((name) => `the condition « ${name} » is used by no row`),
  ];
}

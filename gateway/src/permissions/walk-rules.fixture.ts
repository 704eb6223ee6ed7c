import type { DomainName } from '@graphess/platform';
import type { FieldPermission, Permit, Subgraph, Viewer } from '@graphess/subgraph-kit';

export type Rules = ReadonlyMap<string, FieldPermission>;

/** What is true of every viewer of the walk: they act for no structure, so that each object is another’s. */
const TRUE_OF_ALL: readonly string[] = ['other structure'];

/** Whether the table lets a viewer for whom no other condition holds ask the field; it may then see it in part. */
export function mayAsk(viewer: Viewer, row: FieldPermission | undefined): boolean {
  return row !== undefined && (row.otherwise !== null || seesAll(viewer, row));
}

export function seesAll(viewer: Viewer, { rule }: FieldPermission): boolean {
  return (
    rule === 'public' ||
    rule.some((each) => each.when.every((name) => TRUE_OF_ALL.includes(name)) && hasRight(viewer, each))
  );
}

function hasRight(viewer: Viewer, right: Permit[number]): boolean {
  return (
    (right.people && viewer.kind === 'person') ||
    right.roles.some((role) => viewer.roles.includes(role)) ||
    right.scopes.some((scope) => viewer.scopes.includes(scope))
  );
}

/** The rules of all domains. Throws when two domains that give the same field disagree on who may see it. */
export function rulesOf(domains: Readonly<Record<DomainName, Subgraph>>): Rules {
  const rules = new Map<string, FieldPermission>();
  for (const domain of Object.values(domains)) {
    for (const [name, row] of domain.permissionRows()) {
      const known = rules.get(name);
      if (known && JSON.stringify(known.rule) !== JSON.stringify(row.rule)) {
        throw new RangeError(`${name} has two rules`);
      }
      rules.set(name, row);
    }
  }
  return rules;
}

import type { Viewer } from '../viewer.ts';

/** One way to be allowed: any of the roles or scopes held, and every condition true of the object asked about. */
export type Alternative = {
  /** Roles of people, any of which will do. */
  readonly roles: readonly string[];
  /** Scopes of keys, any of which will do. */
  readonly scopes: readonly string[];
  /** Any person signed in will do. */
  readonly people: boolean;
  /** Names of conditions that the subgraph declares. */
  readonly when: readonly string[];
};

/** Who may: everybody, or whoever meets one of the alternatives. */
export type Permit = readonly Alternative[];
export type Rule = 'public' | Permit;

/** The audience a rule opens to, which is also a contract variant of the schema: the narrowest that holds everyone. */
export const AUDIENCES = ['public', 'partner', 'internal'] as const;
export type Audience = (typeof AUDIENCES)[number];

const NOBODY: Alternative = { roles: [], scopes: [], people: false, when: [] };

/** People with any of these roles. */
export function roles(...names: readonly string[]): Permit {
  return [{ ...NOBODY, roles: names }];
}

/** Keys with any of these scopes. */
export function scopes(...names: readonly string[]): Permit {
  return [{ ...NOBODY, scopes: names }];
}

/** Any person signed in, whatever the role; no key. */
export function people(): Permit {
  return [{ ...NOBODY, people: true }];
}

/** Whoever `permit` allows, where the named condition of the subgraph also holds. */
export function when(condition: string, permit: Permit): Permit {
  return permit.map((each) => ({ ...each, when: [...each.when, condition] }));
}

/** Whoever any of the permits allows. */
export function either(...permits: readonly Permit[]): Permit {
  return permits.flat();
}

/** Whether the viewer holds what the alternative asks, conditions left out. */
export function holds(viewer: Viewer, { roles, scopes, people }: Alternative): boolean {
  if (viewer.subject === null) return false;
  return (
    (people && viewer.kind === 'person') ||
    roles.some((role) => viewer.roles.includes(role)) ||
    scopes.some((scope) => viewer.scopes.includes(scope))
  );
}

/**
 * The rule in one line, as the schema and refusals show it: `agent | admin | applicant if own file | figures:read`.
 */
export function ruleText(rule: Rule): string {
  if (rule === 'public') return 'public';
  return rule
    .flatMap(({ roles, scopes, people, when }) => {
      const condition = when.length === 0 ? '' : ` if ${when.join(' and ')}`;
      return [...(people ? ['signed in'] : []), ...roles, ...scopes].map((name) => `${name}${condition}`);
    })
    .join(' | ');
}

/** Partners come with keys: a rule that some scope satisfies is theirs, any other restriction is for inside. */
export function audienceOf(rule: Rule): Audience {
  if (rule === 'public') return 'public';
  return rule.some(({ scopes }) => scopes.length > 0) ? 'partner' : 'internal';
}

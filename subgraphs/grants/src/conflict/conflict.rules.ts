import type { ConflictKind, ConflictRelation, ConflictSeverity } from './conflict.kind.ts';
import type { ConflictEdge } from './conflict.type.ts';

export type FoundConflict = {
  id: string;
  kind: ConflictKind;
  severity: ConflictSeverity;
  path: readonly ConflictEdge[];
};

/** One step of a way: along a link from where it starts, or back from where it leads. */
type Step = { readonly relation: ConflictRelation; readonly back: boolean };
const along = (relation: ConflictRelation): Step => ({ relation, back: false });
const back = (relation: ConflictRelation): Step => ({ relation, back: true });
const bothWays = (way: readonly Step[]): (readonly Step[])[] => [
  way,
  way.toReversed().map((step) => ({ ...step, back: !step.back })),
];

/**
 * What « related » means: the ways that lead from the structure of a reviewer to an applicant, in either direction. Being
 * laureates of one edition, or speaking at one event, relates nobody.
 */
const WAYS: readonly (readonly [kind: ConflictKind, ways: readonly (readonly Step[])[]])[] = [
  ['RIVAL', [[along('APPLIES_TO'), back('APPLIES_TO')]]],
  ['JOINT_PROJECT', [[along('PARTNER_IN'), back('PARTNER_IN')]]],
  [
    'SUPPORT_PARTNER',
    [
      ...bothWays([along('SUPPORTS')]),
      ...bothWays([along('SUPPORT_PARTNER_OF'), back('LAUREATE_OF')]),
      ...bothWays([along('SUPPORT_PARTNER_OF'), back('APPLIES_TO')]),
      ...bothWays([along('SUPPORT_PARTNER_OF'), back('OWNS')]),
    ],
  ],
  ['DATA_PRODUCER', bothWays([along('PROVIDES_DATA_TO')])],
  ['CLUB', [[along('MEMBER_OF'), back('MEMBER_OF')]]],
  ['CONTRACT', bothWays([along('SUPPLIES')])],
];

/** Nobody judges their own application, nor those that it stands against. */
const BLOCKING: readonly ConflictKind[] = ['SAME_ORGANIZATION', 'RIVAL'];

/**
 * Everything in the graph that may bind the structures a reviewer comes from to an applicant, each with the path that
 * proves it, in an order that does not depend on that of the links. The same structure under any of its ids says it all.
 */
export function conflictCandidates(question: {
  reviewer: readonly string[];
  applicant: string;
  edges: readonly ConflictEdge[];
}): FoundConflict[] {
  const { applicant, edges } = question;
  const leads = edges.filter(({ relation }) => relation === 'SAME_AS');
  const current = new Map(leads.map(({ from, to }) => [from, to]));
  const living = (id: string) => current.get(id) ?? id;
  const goal = living(applicant);
  /** Why two ids are one structure; nothing when they are one id. */
  const sameness = (one: string, other: string): ConflictEdge[] =>
    one === other ? [] : leads.filter(({ from }) => from === one || from === other);

  const found = [...new Set(question.reviewer)].flatMap((reviewer): FoundConflict[] => {
    if (living(reviewer) === goal) {
      const path = reviewer === applicant ? [itself(reviewer)] : sameness(reviewer, applicant);
      return [conflict('SAME_ORGANIZATION', path)];
    }
    return WAYS.flatMap(([kind, ways]) =>
      ways.flatMap((way) =>
        walks(edges, living, living(reviewer), way)
          .filter(({ at }) => at === goal)
          .map(({ first, last, path }) =>
            conflict(kind, [...sameness(reviewer, first), ...path, ...sameness(last, applicant)]),
          ),
      ),
    );
  });
  return [...new Map(found.map((each) => [each.id, each])).values()].sort(
    (one, other) => rankOf(one.kind) - rankOf(other.kind) || (one.id < other.id ? -1 : 1),
  );
}

type Walk = { at: string; first: string; last: string; path: readonly ConflictEdge[] };

function walks(
  edges: readonly ConflictEdge[],
  living: (id: string) => string,
  start: string,
  way: readonly Step[],
): Walk[] {
  return way.reduce<Walk[]>(
    (reached, step) =>
      reached.flatMap(({ at, first, path }) =>
        edges.flatMap((edge) => {
          const [near, far] = step.back ? [edge.to, edge.from] : [edge.from, edge.to];
          if (edge.relation !== step.relation || living(near) !== at) return [];
          return [
            { at: living(far), first: path.length === 0 ? near : first, last: far, path: [...path, edge] },
          ];
        }),
      ),
    [{ at: start, first: start, last: start, path: [] }],
  );
}

function conflict(kind: ConflictKind, path: readonly ConflictEdge[]): FoundConflict {
  return {
    id: [kind, ...path.map(({ from, relation, to }) => `${from} ${relation} ${to}`)].join(' | '),
    kind,
    severity: BLOCKING.includes(kind) ? 'BLOCKING' : 'TO_DECLARE',
    path,
  };
}

function itself(id: string): ConflictEdge {
  return { from: id, relation: 'SAME_AS', to: id, record: 'ORGANIZATION_REGISTER', sourceIds: [] };
}

const rankOf = (kind: ConflictKind) => WAYS.findIndex(([each]) => each === kind);

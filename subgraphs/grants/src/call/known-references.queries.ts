import { parseId } from '@graphess/identifiers';
import { type Problem, problem } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { PublishCallInput } from './publish-call.input.ts';

/** The territories and structures that an edition names in their form, and that nobody knows. */
export async function problemsOfReferences(
  tx: EntityManager,
  {
    eligibility,
    supportPartners,
    benefits,
  }: Pick<PublishCallInput, 'eligibility' | 'supportPartners' | 'benefits'>,
): Promise<Problem[]> {
  const named = [
    ...(supportPartners ?? []).map((id, at) => ({ id, path: ['supportPartners', `${at}`] })),
    ...(benefits ?? []).flatMap(({ partner }, at) =>
      partner == null ? [] : [{ id: partner, path: ['benefits', `${at}`, 'partner'] }],
    ),
  ];
  const [known]: { territory: boolean; organizations: string[] }[] = await tx.query(
    `SELECT EXISTS (SELECT FROM territory_copy WHERE id = $1) AS territory,
            ARRAY(SELECT id FROM organization_copy WHERE id = ANY($2)) AS organizations`,
    [eligibility.actionWithin, named.map(({ id }) => id)],
  );
  return [
    ...(known?.territory || parseId(eligibility.actionWithin) === null
      ? []
      : [
          problem('TERRITORY_UNKNOWN', `Le territoire « ${eligibility.actionWithin} » n’existe pas.`, [
            'eligibility',
            'actionWithin',
          ]),
        ]),
    ...named
      .filter(({ id }) => parseId(id)?.prefix === 'ORG' && !known?.organizations.includes(id))
      .map(({ id, path }) =>
        problem('ORGANIZATION_UNKNOWN', `La structure « ${id} » n’est pas connue.`, path),
      ),
  ];
}

import type { EntityManager } from 'typeorm';
import type { Commune, Group, Places } from './invent-figures.ts';

/**
 * The groups of communes that share some with an area (EPT where there are any, else EPCI), and the communes of the area
 * and of these groups: one of them may lie outside the area.
 */
export async function placesAround(db: EntityManager, area: string): Promise<Places> {
  const groups: (Group & { level: string })[] = await db.query(
    `SELECT g.id, g.level, array_agg(member.part ORDER BY member.part) AS communes
       FROM territory g
       JOIN territory_link inside ON inside.part = g.id AND inside.whole = $1
       JOIN territory_link member ON member.whole = g.id
       JOIN territory commune ON commune.id = member.part AND commune.level = 'COMMUNE'
      WHERE g.level IN ('EPT', 'EPCI')
      GROUP BY g.id ORDER BY g.id`,
    [area],
  );
  const level = groups.some((group) => group.level === 'EPT') ? 'EPT' : 'EPCI';
  const middle = groups.filter((group) => group.level === level);
  const communes: Commune[] = await db.query(
    `SELECT t.id, t.population FROM territory t
      WHERE t.level = 'COMMUNE' AND t.population > 0 AND (t.id = ANY($1) OR EXISTS (
              SELECT FROM territory_link link WHERE link.part = t.id AND link.whole = $2))
      ORDER BY t.id`,
    [middle.flatMap((group) => group.communes), area],
  );
  return { communes, groups: middle.map(({ id, communes: members }) => ({ id, communes: members })) };
}

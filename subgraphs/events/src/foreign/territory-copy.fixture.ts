import { communesOfArea } from '@graphess/demonstration';
import type { EntityManager } from 'typeorm';

/**
 * Fills the copy of territories with the communes of a département, each inside it and under its former code, and those of
 * `ept` inside an EPT.
 */
export async function copyCommunes(
  db: EntityManager,
  area: string,
  ept: { id: string; communes: string[] },
  formerCodes: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const communes = communesOfArea(area);
  for (const { id, name } of communes) {
    const within = [
      id,
      ...[formerCodes[id] ?? []].flat(),
      ...(ept.communes.includes(id) ? [ept.id] : []),
      `DEP:${area}`,
    ];
    await db.query(
      `INSERT INTO territory_copy (id, name, level, within, within_partly) VALUES ($1, $2, 'COMMUNE', $3, '{}')`,
      [id, name, within],
    );
  }
  return communes.map(({ id }) => id);
}

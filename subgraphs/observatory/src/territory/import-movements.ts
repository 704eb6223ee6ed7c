import { replaceRows } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Meter } from '../import/meter.ts';
import { rowProblem } from '../import/row-problem.ts';
import type { RowProblem } from '../import/source-cell.ts';
import { type CogCommune, readCommunes } from './cog.ts';
import type { Movement } from './movement.rules.ts';
import { readMovements } from './read-movements.ts';
import { rebuildGeography } from './rebuild-geography.ts';

export type MovementsReport = {
  /** Lines of the file, and how many say again what another says. */
  lines: number;
  repeated: number;
  /** With one of them, nothing is written. */
  problems: RowProblem[];
  /** What is doubtful and was written all the same. */
  warnings: RowProblem[];
  /** The file is the one that is loaded: nothing was done. */
  alreadyImported: boolean;
  movements: { inserted: number; changed: number; deleted: number };
  /** Communes that are no more, and codes that lead to a territory. */
  formerCommunes: number;
  codes: number;
};

export type MovementsSettings = {
  onProgress: (meter: Readonly<Meter>) => void;
  dryRun: boolean;
};

/**
 * Makes INSEE's file of movements of communes, as unpacked bytes, what is known of communes in time: the file is whole
 * each year, and replaces the one before. All or nothing; a dry run reports what the real one would.
 * Source: INSEE, code officiel géographique, mouvements de communes depuis 1943 (Licence Ouverte).
 */
export async function importMovements(
  db: EntityManager,
  bytes: AsyncIterable<Buffer>,
  { onProgress, dryRun }: MovementsSettings,
): Promise<MovementsReport> {
  const { movements, problems, lines, repeated, sha256 } = await readMovements(bytes, onProgress);
  const report: MovementsReport = {
    lines,
    repeated,
    problems,
    warnings: [],
    alreadyImported: false,
    movements: { inserted: 0, changed: 0, deleted: 0 },
    formerCommunes: 0,
    codes: 0,
  };
  if (problems.length > 0) return report;
  try {
    await db.transaction(async (tx) => {
      // The lock of every load: two of them would each say where communes lay.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext(current_schema || ' load'))`);
      const [loaded]: { sha256: string | null }[] = await tx.query(
        'SELECT movements_sha256 AS sha256 FROM loaded_geography',
      );
      if (loaded?.sha256 === sha256) {
        report.alreadyImported = true;
        return;
      }
      Object.assign(report, await write(tx, movements, sha256));
      if (dryRun) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return report;
}

class DryRun extends Error {}

async function write(
  tx: EntityManager,
  movements: readonly Movement[],
  sha256: string,
): Promise<Pick<MovementsReport, 'movements' | 'warnings' | 'formerCommunes' | 'codes'>> {
  const [before]: { count: number }[] = await tx.query(
    'SELECT count(*)::int AS count FROM territory_movement',
  );
  const { inserted, changed } = await replaceRows(tx, {
    table: 'territory_movement',
    key: ['effective_on', 'kind', 'type_before', 'code_before', 'type_after', 'code_after'],
    rows: movements.map((each) => ({
      effective_on: each.on,
      kind: each.kind,
      type_before: each.typeBefore,
      code_before: each.codeBefore,
      name_before: each.nameBefore,
      type_after: each.typeAfter,
      code_after: each.codeAfter,
      name_after: each.nameAfter,
    })),
  });
  const { codes, former, astray } = await rebuildGeography(tx, await presentCommunes(tx));
  await tx.query('UPDATE loaded_geography SET movements_sha256 = $1', [sha256]);
  return {
    movements: { inserted, changed, deleted: (before?.count ?? 0) + inserted - movements.length },
    warnings: astray.map((each) =>
      rowProblem(
        each.line ?? 0,
        'COM_AP',
        'COMMUNE_LEADS_NOWHERE',
        `La commune ${each.codeAfter} n’existe pas aujourd’hui et aucun mouvement postérieur n’en dit la fin : le fichier est plus ancien que le code officiel géographique chargé, ou il est coupé.`,
        each.codeAfter,
      ),
    ),
    formerCommunes: former,
    codes,
  };
}

/** The communes of the geographic code that the observatory holds. */
async function presentCommunes(db: EntityManager): Promise<CogCommune[]> {
  const rows: { id: string }[] = await db.query(
    `SELECT id FROM territory t
      WHERE level = 'COMMUNE' AND NOT EXISTS (SELECT FROM retired_territory r WHERE r.territory_id = t.id)`,
  );
  const ids = new Set(rows.map(({ id }) => id));
  return readCommunes().filter(({ code }) => ids.has(`COM:${code}`));
}

import type { Reader } from '@graphess/secrecy';
import type { EntityManager } from 'typeorm';
import type { Dataset } from '../dataset/dataset.entity.ts';
import type { DisclosureAudit } from './disclosure-audit.entity.ts';

export type NewVintage = {
  id: string;
  label: string;
  geographyDate: string;
  fileSha256: string;
  reason: string | null;
  at: Date;
  sourceId: string;
};

/** The vintage, and the source that each of its values is cited with. */
export async function writeVintage(
  tx: EntityManager,
  dataset: Pick<Dataset, 'code' | 'title' | 'producer' | 'licence'>,
  vintage: NewVintage,
): Promise<void> {
  const { id, label, geographyDate, fileSha256, reason, at, sourceId } = vintage;
  await tx.query(
    `INSERT INTO source (id, producer, title, document, vintage, url, accessed_on, published_on, licence, citation)
     VALUES ($1, $2, $3, NULL, $4, NULL, NULL, ($5::timestamptz AT TIME ZONE 'Europe/Paris')::date, $6, $7)
     ON CONFLICT (id) DO NOTHING`,
    [
      sourceId,
      dataset.producer,
      dataset.title,
      label,
      at,
      dataset.licence,
      `${dataset.producer}, ${dataset.title}, millésime ${label} (${dataset.licence}).`,
    ],
  );
  await tx.query(
    `INSERT INTO vintage (id, dataset_code, label, released_at, first_loaded_at, geography_date, file_sha256, reason, source_id)
     VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)`,
    [id, dataset.code, label, at, geographyDate, fileSha256, reason, sourceId],
  );
  await tx.query(
    `UPDATE dataset SET next_release_on = NULL, version = version + 1
      WHERE code = $1 AND next_release_on <= ($2::timestamptz AT TIME ZONE 'Europe/Paris')::date`,
    [dataset.code, at],
  );
}

const RULES = [
  'Fréquence : une cellule positive de moins de trois unités est masquée ; zéro est publié.',
  'Dominance : une cellule dont une unité fait plus de 85 % est masquée.',
  'Producteur : ce que le producteur masque le reste.',
  'Effectifs : une cellule dont le nombre d’établissements est masqué pour sa fréquence l’est aussi.',
  'Secondaire : d’autres cellules sont masquées pour que les sommes publiées ne situent aucun secret à moins de 15 % ou d’une unité près.',
  'Durée : une cellule masquée une fois l’est dans tous les millésimes et à tout instant.',
  'Calculs : un indicateur calculé d’une cellule masquée l’est aussi ; elle n’entre dans aucun rang.',
];
const STRONGER_READER = 'Lecteur : il est supposé savoir qu’une cellule masquée vaut au moins un.';

/**
 * Counts the cells that a vintage shows and hides; never their values: a share of value gives the hidden sum back. Written
 * with it: it is the last look of the audit.
 */
export async function writeDisclosureAudit(
  tx: EntityManager,
  { vintageId, at, gap, reader }: { vintageId: string; at: Date; gap: number | null; reader: Reader },
): Promise<DisclosureAudit> {
  const [audit]: DisclosureAudit[] = await tx.query(
    `INSERT INTO disclosure_audit (vintage_id, cells, published, suppressed_primary, suppressed_secondary,
                                   recoverable_cells, narrow_cells, gap, rules, checked_at)
     SELECT $1, count(*), count(*) FILTER (WHERE NOT hidden), count(*) FILTER (WHERE hidden AND is_primary),
            count(*) FILTER (WHERE hidden AND NOT is_primary), 0, 0,
            $2, $3, $4
       FROM (SELECT starts_with(status, 'SUPPRESSED') AS hidden,
                    status IN ('SUPPRESSED_FREQUENCY', 'SUPPRESSED_DOMINANCE', 'SUPPRESSED_PRODUCER') AS is_primary
               FROM next_cell WHERE value IS NOT NULL OR starts_with(status, 'SUPPRESSED')) cell
     RETURNING vintage_id AS "vintageId", cells, published, suppressed_primary AS "suppressedPrimary",
               suppressed_secondary AS "suppressedSecondary", recoverable_cells AS "recoverableCells",
               narrow_cells AS "narrowCells", gap, rules, checked_at AS "checkedAt"`,
    [vintageId, gap, reader === 'AT_LEAST_ONE' ? [...RULES, STRONGER_READER] : RULES, at],
  );
  if (audit === undefined) throw new TypeError('An audit that was just written is not there');
  return audit;
}

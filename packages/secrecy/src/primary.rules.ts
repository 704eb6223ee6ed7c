import type { SecrecyCell } from './table.ts';

const FEWEST_UNITS = 3;
const LARGEST_SHARE_PERCENT = 85;

type Contributors = Pick<SecrecyCell, 'value' | 'units' | 'largest' | 'hiddenByProducer'>;

/**
 * Why a cell is hidden for itself: fewer than three contributors, or one above 85 % of it (strictly, in integers), or the
 * producer’s own flag. Zero is published unless the producer hides it. The rule of the French statistical service for
 * business figures: https://www.insee.fr/fr/information/1300624
 */
export function primaryReason(cell: Contributors): 'FREQUENCY' | 'DOMINANCE' | 'PRODUCER' | null {
  const { value, units, largest } = cell;
  if (value !== null && value > 0) {
    if (units !== null && units < FEWEST_UNITS) return 'FREQUENCY';
    if (largest !== null && 100 * largest > LARGEST_SHARE_PERCENT * value) return 'DOMINANCE';
  }
  return cell.hiddenByProducer || value === null ? 'PRODUCER' : null;
}

import { DEMONSTRATION_SOURCE } from '@graphess/provenance';
import { DEMONSTRATION_DATASET } from '../dataset/declared-datasets.ts';
import { validFrom } from '../dataset/vintage-row.ts';
import type { MakeVintage, Publication } from '../figure/publication.ts';
import { inventFigures, type KnownFacts, type Places } from './invent-figures.ts';

/** Where no figure is invented, communes included: the documents say of Grand Paris Seine Ouest that there is none. */
const WITHOUT_FIGURES: readonly string[] = ['EPT:200057974'];

/** Invented figures of the three years before `currentYear`. */
export function demonstrationFigures(
  places: Places,
  currentYear: number,
  known: KnownFacts,
  makeVintage: MakeVintage,
): Publication {
  const firstYear = currentYear - 3;
  const vintage = makeVintage(DEMONSTRATION_DATASET, 'Démonstration', null);
  const invented = inventFigures(allowed(places), [firstYear, firstYear + 1, firstYear + 2], known);
  const figures = invented.map(({ indicator, territory, year, value }) => ({
    datasetCode: vintage.dataset_code,
    vintageId: vintage.id,
    validFrom: validFrom(vintage),
    indicatorCode: indicator,
    territoryId: territory,
    period: year,
    isDemonstration: true,
    value,
    approximate: false,
    statement: null,
    quotation: null,
    sourceIds: [DEMONSTRATION_SOURCE.id],
    comparableWithPrevious: year !== firstYear,
  }));
  return { vintage, figures };
}

function allowed({ communes, groups }: Places): Places {
  const left = groups.filter(({ id }) => WITHOUT_FIGURES.includes(id)).flatMap((group) => group.communes);
  return {
    communes: communes.filter(({ id }) => !left.includes(id)),
    groups: groups.filter(({ id }) => !WITHOUT_FIGURES.includes(id)),
  };
}

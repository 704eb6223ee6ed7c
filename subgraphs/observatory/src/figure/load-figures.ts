import { readSources } from '@graphess/provenance';
import {
  fingerprintOf,
  firstLoadedAt,
  type LoadReport,
  type LoadSettings,
  loadUnlessSame,
  parisDay,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { readOwnClaims } from '../claim/load-claims.ts';
import { declaredDatasets } from '../dataset/declared-datasets.ts';
import { readPublishers } from '../dataset/publisher.record.ts';
import { vintageRows } from '../dataset/vintage-row.ts';
import { demonstrationFigures } from '../demonstration/demonstration-figures.ts';
import { placesAround } from '../demonstration/invented-places.queries.ts';
import { knownFactsOf } from '../demonstration/known-facts.ts';
import { hidePrintedFigures } from '../observation/hide-printed-figures.ts';
import { documentFigures, sourceNamed } from './document-figures.ts';
import { readFigures } from './figure.record.ts';
import { replaceFigures } from './replace-figures.ts';

const SET = 'figures';

/** Loads the datasets, the figures of the area's documents and, for a demonstration, invented ones. */
export async function loadFigures(db: EntityManager, settings: LoadSettings): Promise<LoadReport[]> {
  const records = readFigures(settings);
  const claims = readOwnClaims(settings);
  const sources = readSources(settings);
  const publishers = readPublishers(settings);
  const { area, demonstration } = settings;
  const fingerprint = fingerprintOf(area, demonstration, records, claims, sources, publishers);
  const reports = await loadUnlessSame(db, { name: SET, fingerprint }, settings, async (tx) => {
    settings.onProgress('Chargement des chiffres de l’ESS…');
    const producers = new Set(records.map(({ source }) => sourceNamed(sources, source).producer));
    const makeVintage = await vintageRows(tx, settings.now);
    const publications = documentFigures(area, records, sources, makeVintage);
    if (demonstration) {
      const firstLoad = (await firstLoadedAt(tx, SET)) ?? settings.now;
      const currentYear = Number(parisDay(firstLoad).slice(0, 4));
      const places = await placesAround(tx, `DEP:${area}`);
      publications.push(
        demonstrationFigures(places, currentYear, knownFactsOf(records, claims), makeVintage),
      );
    }
    const datasets = declaredDatasets(area, {
      documentProducers: [...producers],
      publishers,
      demonstration,
    });
    return replaceFigures(tx, datasets, publications);
  });
  // A document that is loaded after a secret tells nothing of it.
  await hidePrintedFigures(db, settings.now);
  return reports;
}

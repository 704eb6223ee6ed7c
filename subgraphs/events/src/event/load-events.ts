import { loadClaims, loadSources, readSources } from '@graphess/provenance';
import {
  deleteRowsBut,
  fingerprintOf,
  type LoadReport,
  type LoadSettings,
  loadUnlessSame,
  readDataFile,
  replaceRows,
  upsertRows,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { claimsOfSeries, readSeriesFiles, seriesRow } from '../series/event-series.files.ts';
import { claimsOfEvent, eventRecordOf, readEventFiles } from './event.files.ts';
import { storeEvents } from './store-events.ts';

type InstrumentFile = { code: string; label: string; family: string; sources: string[] };

/** Loads what the sources state: events, their series, funding instruments, and the claims about them. */
export async function loadEvents(db: EntityManager, settings: LoadSettings): Promise<LoadReport[]> {
  const sources = readSources(settings);
  const series = readSeriesFiles(settings);
  const events = readEventFiles(settings);
  const instruments = readDataFile<InstrumentFile[]>(
    settings.dataDir,
    settings.area,
    'events/instruments.json',
    [],
  );
  const fingerprint = fingerprintOf(sources, series, events, instruments);
  return loadUnlessSame(db, { name: 'events', fingerprint }, settings, async (tx) => {
    settings.onProgress('Chargement des événements…');
    const instrumentRows = instruments.map(({ sources: source_ids, ...row }, position) => ({
      ...row,
      position,
      source_ids,
    }));
    const seriesRows = { table: 'event_series', key: ['code'], rows: series.map(seriesRow) };
    const reports = [
      await loadSources(tx, sources),
      await upsertRows(tx, seriesRows.table, seriesRows.key, seriesRows.rows),
      await replaceRows(tx, { table: 'funding_instrument', key: ['code'], rows: instrumentRows }),
      ...(await storeEvents(
        tx,
        events.map((event) => eventRecordOf(event, series)),
        false,
      )),
      await loadClaims(tx, 'events', [...series.flatMap(claimsOfSeries), ...events.flatMap(claimsOfEvent)]),
    ];
    // Last: an event that stays may have been of a series that leaves.
    await deleteRowsBut(tx, seriesRows);
    return reports;
  });
}

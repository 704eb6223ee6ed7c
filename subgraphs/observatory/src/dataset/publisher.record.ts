import { organizationId } from '@graphess/identifiers';
import { type LoadSettings, readDataFile } from '@graphess/subgraph-kit';

/** Who publishes a dataset, as `observatory/publishers.json` writes it: organisations by slug, and the source that says so. */
export type PublisherRecord = { dataset: string; organizations: string[]; source: string };

export function readPublishers({ dataDir, area }: Pick<LoadSettings, 'dataDir' | 'area'>): PublisherRecord[] {
  return readDataFile<PublisherRecord[]>(dataDir, area, 'observatory/publishers.json', []);
}

/** The ids of the organisations that publish a dataset; none where the area names none. */
export function publishersOf(records: readonly PublisherRecord[], dataset: string): string[] {
  return records
    .filter((record) => record.dataset === dataset)
    .flatMap(({ organizations }) => organizations.map(organizationId));
}

import type { OpenSubgraph } from '@graphess/subgraph-kit';
import type { WatchedSource } from '../seeing/seeing.ts';
import { askLocally } from './local-data-source.ts';
import { type LineSettings, subgraphLine } from './subgraph-line.ts';
import { subgraphRequest } from './subgraph-request.ts';
import { unavailable } from './unavailable.ts';

/** Until it is open and loaded a domain of this process is unavailable: an empty list would be taken for the truth. */
export function openingDataSource(
  settings: LineSettings,
  find: () => OpenSubgraph | undefined,
): WatchedSource {
  const line = subgraphLine(settings);
  return {
    breakerState: line.breakerState,
    async process(options) {
      const request = subgraphRequest(options);
      const open = find();
      if (open === undefined) return unavailable(settings.domain, request);
      return line.ask(request, (signal) => askLocally(open, request, signal));
    },
  };
}

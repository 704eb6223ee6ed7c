import { startSubgraph } from '@graphess/platform';
import { events } from './events.ts';

await startSubgraph(events);

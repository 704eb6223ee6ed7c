import { startSubgraph } from '@graphess/platform';
import { observatory } from './observatory.ts';

await startSubgraph(observatory);

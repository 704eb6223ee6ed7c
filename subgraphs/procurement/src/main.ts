import { startSubgraph } from '@graphess/platform';
import { procurement } from './procurement.ts';

await startSubgraph(procurement);

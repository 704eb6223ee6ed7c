import { startSubgraph } from '@graphess/platform';
import { grants } from './grants.ts';

await startSubgraph(grants);

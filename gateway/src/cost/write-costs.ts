import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { costPage } from './cost-page.ts';
import { committedCostModel, operationCosts } from './operation-costs.ts';

/** `npm run costs`: writes docs/cost.md and the reviewed costs of the shipped operations. */
const model = committedCostModel();
writeFileSync(join(PROJECT_ROOT, 'docs/cost.md'), costPage(model));
writeFileSync(
  join(PROJECT_ROOT, 'tests/golden/operation-costs.json'),
  `${JSON.stringify(operationCosts(model), null, 2)}\n`,
);

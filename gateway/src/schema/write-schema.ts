import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { permissionPage } from '../permissions/permission-page.ts';
import { printRoutes } from '../routes/route-table.ts';
import { domains } from '../subgraphs.ts';
import { composeSchema } from './compose-schema.ts';

/** `npm run schema`: writes the reviewed artefacts of `schema/`, and the page of permissions. */
const directory = join(PROJECT_ROOT, 'schema');
mkdirSync(join(directory, 'contracts'), { recursive: true });
for (const [file, text] of Object.entries(composeSchema())) writeFileSync(join(directory, file), text);
writeFileSync(join(directory, 'routes.json'), printRoutes(domains));
writeFileSync(join(PROJECT_ROOT, 'docs/permissions.md'), permissionPage(domains));

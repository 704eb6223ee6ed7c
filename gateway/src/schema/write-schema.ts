import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { composeSchema } from './compose-schema.ts';

/** `npm run schema`: writes the reviewed artefacts of `schema/`. */
const directory = join(PROJECT_ROOT, 'schema');
mkdirSync(directory, { recursive: true });
for (const [file, text] of Object.entries(composeSchema())) writeFileSync(join(directory, file), text);

import { appendToJournal, type FileStorage } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { erasePerson } from './erase-person.ts';
import { exportPerson, type Person } from './export-person.ts';
import { purgePersonalData } from './purge-personal-data.ts';

export type PersonalDataCommand =
  | ({ readonly kind: 'export' | 'erase' } & Person)
  | { readonly kind: 'purge'; readonly dryRun: boolean };

type Means = { db: EntityManager; storage: FileStorage; now: Date; requestId: string };

/** Runs what an operator asks of personal data; what to print of it, in French, an export as JSON. */
export async function runPersonalDataCommand(command: PersonalDataCommand, means: Means): Promise<string> {
  const { db, now, requestId } = means;
  switch (command.kind) {
    case 'export':
      return JSON.stringify(await exportPerson(db, command), null, 2);
    case 'erase': {
      const { values, contacts } = await db.transaction(async (tx) => {
        const erased = await erasePerson(tx, command, now);
        await appendToJournal(tx, {
          action: 'PERSONAL_DATA_ERASED',
          actorKind: 'service',
          actor: null,
          target: null,
          requestId,
          details: { values: erased.values, contacts: erased.contacts },
        });
        return erased;
      });
      return `Effacé : ${values} textes ou identifiants, ${contacts} coordonnées.`;
    }
    case 'purge': {
      const reports = await purgePersonalData(means, { dryRun: command.dryRun, requestId });
      const lines = reports.map(
        ({ label, applications, values, files }) =>
          `${label} : ${applications} dossiers, ${values} valeurs, ${files} fichiers`,
      );
      return [command.dryRun ? 'Essai, rien n’est effacé.' : 'Purge faite.', ...lines].join('\n');
    }
  }
}

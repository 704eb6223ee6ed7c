import { connectDatabases, DOMAINS, platformSettings, runCommand } from '@graphess/platform';
import { anchorJournal, dataSourceOf, parisDay, SettingsError } from '@graphess/subgraph-kit';
import { domains } from '../subgraphs.ts';

/** `npm run journal:anchor`: notes now where the journal of each domain ends, as the platform does once a day. */
await runCommand(async (program) => {
  const settings = platformSettings();
  const databases = await connectDatabases(settings, DOMAINS, program);
  for (const name of DOMAINS) {
    const file = settings.journalAnchorFile(name);
    if (file === null)
      throw new SettingsError('JOURNAL_ANCHOR_FILE : obligatoire avec une base de données à soi.');
    const dataSource = dataSourceOf(domains[name], {
      url: databases.urlOf(name),
      as: 'runtime',
      poolSize: 1,
    });
    await dataSource.initialize();
    const day = parisDay(settings.clock());
    const outcome = await anchorJournal(dataSource.manager, {
      file,
      schema: name,
      day,
      when: 'ALWAYS',
    }).finally(() => dataSource.destroy());
    if (outcome === 'CONTRADICTED') process.exitCode = 1;
    const told =
      outcome === 'CONTRADICTED'
        ? 'REFUSÉ : le journal contredit sa dernière ancre, lancez npm run journal:verify'
        : `ancré au ${day} dans ${file}`;
    console.log(`${name.padEnd(12)} ${told}`);
  }
});

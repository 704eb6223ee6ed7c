import { parseArgs } from 'node:util';
import { connectDatabases, DOMAINS, platformSettings, runCommand } from '@graphess/platform';
import { dataSourceOf, readAnchors, verifyAnchoredJournal } from '@graphess/subgraph-kit';
import { journalLine } from '../seeing/journal/journal-report.ts';
import { domains } from '../subgraphs.ts';

/** `npm run journal:verify`: walks the journal of each domain, and compares it with its anchors. Ends with 1 if one is broken. */
await runCommand(async (program) => {
  const { values } = parseArgs({ options: { anchors: { type: 'string' } } });
  const settings = platformSettings();
  const databases = await connectDatabases(settings, DOMAINS, program);
  for (const name of DOMAINS) {
    const file = values.anchors ?? settings.journalAnchorFile(name);
    const { anchors, broken } = file === null ? { anchors: [], broken: null } : await readAnchors(file);
    const dataSource = dataSourceOf(domains[name], {
      url: databases.urlOf(name),
      as: 'runtime',
      poolSize: 1,
      limits: { statementMs: 0 },
    });
    await dataSource.initialize();
    const verdict = await verifyAnchoredJournal(dataSource.manager, name, anchors).finally(() =>
      dataSource.destroy(),
    );
    console.log(journalLine(name, verdict, anchors));
    const brokenHere = broken !== null && (broken.schema === null || broken.schema === name);
    if (brokenHere) {
      console.log(
        `${name.padEnd(12)} ROMPU à la ligne ${broken.line} du fichier d’ancres : illisible, ou ne suit pas celle d’avant`,
      );
    }
    if (verdict.broken !== null || brokenHere) process.exitCode = 1;
  }
});

import { createLog, openSubgraph, VISITOR } from '../../packages/subgraph-kit/src/index.ts';
import type { ReadItem } from '../../subgraphs/observatory/src/import/source-cell.ts';
import { observatory } from '../../subgraphs/observatory/src/observatory.ts';
import { publishFile } from '../../subgraphs/observatory/src/publication/publish-file.ts';

/** A published sum, and one of its parts that two employers make: hidden, and not to be found again. */
export const SECRET_FIGURE = {
  whole: 'EPT:200057966',
  part: 'COM:92023',
  period: 2019,
  value: 43_217,
} as const;

/** Publishes jobs of every commune of a grouping, one of which is a statistical secret. */
export async function publishSecretFigure(databaseUrl: string): Promise<void> {
  const open = await openSubgraph(observatory, {
    databaseUrl,
    clock: () => new Date(),
    log: createLog({ name: 'hostile', level: 'error', pretty: false }),
  });
  try {
    const { background } = open.newContext(VISITOR, 'hostile');
    const communes: { id: string }[] = await background.query(
      `SELECT part AS id FROM territory_link WHERE whole = $1 AND part LIKE 'COM:%' ORDER BY part`,
      [SECRET_FIGURE.whole],
    );
    const result = await publishFile(background, {
      ...{ datasetCode: 'ESS-FLORES', label: 'Attaque', geographyDate: '2024-01-01', dryRun: false },
      items: items(communes.map(({ id }) => id)),
      fileHash: () => 'f'.repeat(64),
      actor: { kind: 'service', subject: 'operator', requestId: 'hostile' },
      now: new Date(),
    });
    if (result.kind !== 'PUBLISHED') throw new TypeError(`The secret figure is ${result.kind}`);
  } finally {
    await open.close();
  }
}

async function* items(communes: readonly string[]): AsyncGenerator<ReadItem> {
  for (const [at, territory] of communes.entries()) {
    const isSecret = territory === SECRET_FIGURE.part;
    yield {
      kind: 'cell',
      cell: {
        ...{
          line: at + 2,
          indicator: 'ESS_JOBS',
          territory,
          period: SECRET_FIGURE.period,
          breakdown: '',
          status: 'NORMAL',
        },
        value: isSecret ? SECRET_FIGURE.value : 30_000 + 131 * at,
        units: isSecret ? 2 : 90,
        largest: isSecret ? null : 900,
      },
    };
  }
}

import { joinLocalPostgres } from './join.ts';

const { url, dataDir, joined, release } = await joinLocalPostgres({
  dir: process.argv[2] ?? '',
  durable: false,
});
process.stdout.write(`${JSON.stringify({ url, dataDir, joined })}\n`);
process.stdin.once('data', async () => {
  await release();
  process.exit(0);
});

/** `npm run prove -- <name>`: the long proofs, each a program of its own. */
const PROOFS: Readonly<Record<string, () => Promise<unknown>>> = {
  'failing-well': () => import('./failing-well/failing-well.ts'),
  envelope: () => import('./grants/prove-envelope.ts'),
  hostile: () => import('../hostile/prove-hostile.ts'),
  secrecy: () => import('./secrecy/prove-secrecy.ts'),
  attacker: () => import('./attacker/prove-attacker.ts'),
  guards: () => import('../hostile/prove-guards.ts'),
  properties: () => import('./properties/prove-properties.ts'),
  import: () => import('./import/read-a-million-lines.ts'),
  exports: () => import('./exports/write-a-million-rows.ts'),
  publication: () => import('./publication/publish-a-million-lines.ts'),
  downloads: () => import('./downloads/million-observations.ts'),
};

const [, , name = ''] = process.argv;
const proof = PROOFS[name];
if (proof === undefined) {
  process.stderr.write(`Usage : npm run prove -- <${Object.keys(PROOFS).join('|')}>\n`);
  process.exit(1);
}
await proof();

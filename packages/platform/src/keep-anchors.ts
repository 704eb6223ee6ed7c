import {
  type AnchorWhen,
  anchorJournal,
  type Log,
  type OpenSubgraph,
  parisDay,
} from '@graphess/subgraph-kit';
import { DOMAINS, type Settings } from './settings.ts';

const EVERY_MS = 60_000;

/**
 * Anchors the journal of a domain once a Paris day, as long as it is open, and what came since when it is closed. The process
 * that runs a domain does it, since no other enters its schema.
 */
export function keepAnchors(open: OpenSubgraph, settings: Settings, log: Log): { stop(): Promise<void> } {
  const schema = open.subgraph.name;
  const name = DOMAINS.find((each) => each === schema);
  const file = name === undefined ? null : settings.journalAnchorFile(name);
  if (file === null) {
    if (settings.production) log.warn({ domain: schema }, 'journal is not anchored');
    return { stop: async () => {} };
  }
  let known = '';
  const anchor = async (when: AnchorWhen) => {
    const day = parisDay(settings.clock());
    if (when === 'NEW_DAY' && day === known) return;
    try {
      const outcome = await anchorJournal(open.db, { file, schema, day, when });
      if (outcome === 'CONTRADICTED') log.error({ domain: schema }, 'journal contradicts its anchor');
      known = day;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      log.error({ domain: schema, code }, 'journal could not be anchored');
    }
  };
  let working = anchor('NEW_DAY');
  const timer = setInterval(() => {
    working = working.then(() => anchor('NEW_DAY'));
  }, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await working;
      await anchor('NEW_ROWS');
    },
  };
}

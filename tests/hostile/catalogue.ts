import type { HostileCase } from './case.ts';
import { amounts } from './catalogue/amounts.ts';
import { authentication } from './catalogue/authentication.ts';
import { authorisation } from './catalogue/authorisation.ts';
import { bodies } from './catalogue/bodies.ts';
import { business } from './catalogue/business.ts';
import { controls } from './catalogue/controls.ts';
import { crossSite } from './catalogue/cross-site.ts';
import { cursors } from './catalogue/cursors.ts';
import { disclosure } from './catalogue/disclosure.ts';
import { documents } from './catalogue/documents.ts';
import { federation } from './catalogue/federation.ts';
import { floods } from './catalogue/floods.ts';
import { identifiers } from './catalogue/identifiers.ts';
import { keys } from './catalogue/keys.ts';
import { last } from './catalogue/last.ts';
import { limits } from './catalogue/limits.ts';
import { malformed } from './catalogue/malformed.ts';
import { prototypes } from './catalogue/prototypes.ts';
import { searches } from './catalogue/searches.ts';
import { sessions } from './catalogue/sessions.ts';
import { sockets } from './catalogue/sockets.ts';
import { subgraphs } from './catalogue/subgraphs.ts';
import { suggestions } from './catalogue/suggestions.ts';
import { transport } from './catalogue/transport.ts';
import { writes } from './catalogue/writes.ts';

/** Every attack that the platform is proved against, and what must go on working meanwhile. */
export const CATALOGUE: readonly HostileCase[] = [
  ...controls,
  ...disclosure,
  ...suggestions,
  ...documents,
  ...floods,
  ...limits,
  ...amounts,
  ...transport,
  ...crossSite,
  ...sockets,
  ...bodies,
  ...malformed,
  ...prototypes,
  ...authentication,
  ...keys,
  ...sessions,
  ...authorisation,
  ...subgraphs,
  ...federation,
  ...searches,
  ...identifiers,
  ...cursors,
  ...writes,
  ...business,
  ...last,
];

import type { HostileCase } from './case.ts';
import { amounts } from './catalogue/amounts.ts';
import { authentication } from './catalogue/authentication.ts';
import { authorisation } from './catalogue/authorisation.ts';
import { business } from './catalogue/business.ts';
import { controls } from './catalogue/controls.ts';
import { disclosure } from './catalogue/disclosure.ts';
import { documents } from './catalogue/documents.ts';
import { last } from './catalogue/last.ts';
import { limits } from './catalogue/limits.ts';
import { malformed } from './catalogue/malformed.ts';
import { subgraphs } from './catalogue/subgraphs.ts';
import { transport } from './catalogue/transport.ts';
import { values } from './catalogue/values.ts';

/** Every attack that the platform is proved against, and what must go on working meanwhile. */
export const CATALOGUE: readonly HostileCase[] = [
  ...controls,
  ...disclosure,
  ...documents,
  ...amounts,
  ...transport,
  ...malformed,
  ...authentication,
  ...authorisation,
  ...subgraphs,
  ...values,
  ...business,
  ...limits,
  ...last,
];

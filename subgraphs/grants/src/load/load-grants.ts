import { loadClaims, loadSources, loadUnknowns, readSources } from '@graphess/provenance';
import {
  fingerprintOf,
  type LoadReport,
  type LoadSettings,
  loadUnlessSame,
  readDataFile,
  replaceTables,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import {
  applicationTables,
  claimsOfApplications,
  type LaureateRecord,
} from '../application/load-applications.ts';
import { type CallRecord, callTables, claimsOfCalls } from '../call/load-calls.ts';
import { unknownsOfCalls } from '../call/unknowns-of-calls.ts';
import { clubTables } from '../club/load-club.ts';
import { type EligibilityRecord, eligibilityTables } from '../eligibility/load-eligibility.ts';
import { type JointProjectRecord, jointProjectTables } from '../joint-project/load-joint-projects.ts';
import { purposeTables } from '../personal-data/load-purposes.ts';
import { STANDARD_PURPOSES } from '../personal-data/standard-purposes.ts';
import { STANDARD_WORKFLOW } from '../workflow/standard-workflow.ts';

/** Loads the calls, laureates and joint projects that the documents of an area name. An area without files has none. */
export async function loadGrants(db: EntityManager, settings: LoadSettings): Promise<LoadReport[]> {
  const read = <Record>(name: string) =>
    readDataFile<Record[]>(settings.dataDir, settings.area, `grants/${name}`, []);
  const calls = read<CallRecord>('calls.json');
  const eligibility = read<EligibilityRecord>('eligibility.json');
  const laureates = read<LaureateRecord>('laureates.json');
  const jointProjects = read<JointProjectRecord>('joint-projects.json');
  const purposes = readDataFile(settings.dataDir, settings.area, 'grants/purposes.json', STANDARD_PURPOSES);
  const sources = readSources(settings);
  const unknowns = unknownsOfCalls(calls, laureates);
  const fingerprint = fingerprintOf(
    ...[
      calls,
      eligibility,
      laureates,
      jointProjects,
      sources,
      unknowns,
      STANDARD_WORKFLOW,
      purposes,
      clubTables(jointProjects),
    ],
  );
  return loadUnlessSame(db, { name: 'grants', fingerprint }, settings, async (tx) => {
    settings.onProgress('Chargement des appels à projets et de leurs lauréats…');
    return [
      await loadSources(tx, sources),
      ...(await replaceTables(tx, [
        ...callTables(calls),
        ...eligibilityTables(eligibility),
        ...applicationTables(laureates),
        ...jointProjectTables(jointProjects),
        ...purposeTables(purposes),
        ...clubTables(jointProjects),
      ])),
      await loadClaims(tx, 'grants', [...claimsOfCalls(calls), ...claimsOfApplications(laureates)]),
      await loadUnknowns(tx, 'grants', unknowns),
    ];
  });
}

import { randomUUID } from 'node:crypto';
import {
  attemptOf,
  ConflictError,
  type Context,
  idempotencyKeyProblems,
  keyAlreadyUsed,
  type NotFoundError,
  once,
  type Problem,
  ValidationError,
} from '@graphess/subgraph-kit';
import { type AskedExport, checkedExport, problemsOfExport } from './check-export.ts';
import type { CreateExportInput } from './create-export.input.ts';
import { makeExport } from './export.jobs.ts';
import { findExport, insertExport, unfinishedExports } from './export.queries.ts';
import { planFile, unknownDataset } from './export-file.ts';
import type { ExportJob } from './export-job.entity.ts';

/** Exports that one person or key may have waiting. */
const MOST_UNFINISHED = 5;

/** Leaves nothing of the demand: the same one, later, is a new one. */
class TooMany extends Error {}

type Outcome = ExportJob | ValidationError | NotFoundError | ConflictError;

/** Stores the query of a file and asks for its making; the same demand repeated gives the same export. */
export async function createExport(ctx: Context, input: CreateExportInput): Promise<Outcome> {
  const asked = askedBy(input);
  const problems = [...idempotencyKeyProblems(input.idempotencyKey), ...problemsOfExport(asked)];
  if (problems.length > 0) return ValidationError.of(problems.map(inGraph));
  const plan = await planFile(ctx.db, checkedExport(asked));
  if ('unknown' in plan) return unknownDataset(['datasetCode']);
  if ('problems' in plan) return ValidationError.of(plan.problems.map(inGraph));
  const owner = ctx.viewer.subject ?? '';
  return ctx.db
    .transaction(async (tx) => {
      const done = await once(tx, attemptOf(ctx, 'createExport', input), async () => {
        if ((await unfinishedExports(tx, owner)) >= MOST_UNFINISHED) throw new TooMany();
        const id = randomUUID();
        await insertExport(tx, { id, owner, now: ctx.now, plan });
        await ctx.enqueue(tx, makeExport.name, { id });
        return { id };
      });
      if (done.outcome === 'CONFLICT') return keyAlreadyUsed();
      return (await findExport(tx, done.result.id, ctx.now)) ?? noLongerKept();
    })
    .catch((error: unknown) => {
      if (error instanceof TooMany) return tooMany();
      throw error;
    });
}

/** The fields of the input that an address writes in another way. */
const GRAPH_PATHS: Readonly<Record<string, readonly string[]>> = {
  dialecte: ['dialect'],
  from: ['period', 'from'],
  to: ['period', 'to'],
};

function inGraph(found: Problem): Problem {
  const [name = ''] = found.path ?? [];
  return { ...found, path: GRAPH_PATHS[name] ?? found.path };
}

function askedBy(input: CreateExportInput): AskedExport {
  const { datasetCode, format, dialect, territories, indicators, dimensions, period, asOf } = input;
  return {
    datasetCode,
    format,
    dialect,
    territories: territories ?? null,
    indicators: indicators ?? null,
    dimensions: dimensions ?? null,
    from: period?.from ?? null,
    to: period?.to ?? null,
    asOf: asOf?.toISOString() ?? null,
  };
}

function noLongerKept(): ConflictError {
  return ConflictError.of('Ce fichier n’est plus gardé : redemandez-le avec une autre clé de reprise.');
}

function tooMany(): ConflictError {
  return ConflictError.of(
    `${MOST_UNFINISHED} fichiers demandés sont déjà en attente : redemandez celui-ci quand l’un d’eux sera prêt.`,
  );
}

import { type ActiveCase, type HostileCase, isActive, type Shot, type WaitingCase } from './case.ts';
import { complaintsOf } from './judge.ts';
import { type Answer, send, sendRaw, sendSigned } from './send.ts';
import { ask } from './shots.ts';
import { type TwinName, twinNamed } from './twins.ts';
import type { World } from './world.ts';

export type Outcome = {
  readonly case: ActiveCase;
  readonly complaints: readonly string[];
  readonly milliseconds: number;
};

export type Report = {
  readonly outcomes: readonly Outcome[];
  readonly failed: readonly Outcome[];
  readonly waiting: readonly WaitingCase[];
  readonly twinsWithoutData: readonly TwinName[];
};

/** A hang is a failure; slowness on a shared machine is none. */
const ANSWER_MS = 12_000;
const SOCKET_MS = 4_000;

/**
 * Runs cases against a world, the slow ones beside the others, and looks after each whether the server still answers.
 * `stopAfter` failures it leaves the rest.
 */
export async function runCatalogue(
  world: World,
  cases: readonly HostileCase[],
  { stopAfter = Number.POSITIVE_INFINITY }: { stopAfter?: number } = {},
): Promise<Report> {
  const active = cases.filter(isActive).filter(({ only }) => only === undefined || only === world.mode);
  const twins = twinKeeper(world);
  const run = async (each: ActiveCase): Promise<Outcome> => {
    const started = performance.now();
    const missing = await twins.complaintOf(each.twin);
    const complaints = missing.length > 0 ? missing : await attempt(each, world);
    return { case: each, complaints, milliseconds: performance.now() - started };
  };
  const slow = active.filter((each) => each.slow).map(run);
  const outcomes: Outcome[] = [];
  for (const each of active.filter((one) => !one.slow)) {
    outcomes.push(await run(each));
    if (failedOf(outcomes).length >= stopAfter) break;
  }
  outcomes.push(...(await Promise.all(slow)));
  return {
    outcomes,
    failed: failedOf(outcomes),
    waiting: cases.filter((each): each is WaitingCase => !isActive(each)),
    twinsWithoutData: twins.withoutData(),
  };
}

function failedOf(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ complaints }) => complaints.length > 0);
}

async function attempt(each: ActiveCase, world: World): Promise<string[]> {
  const undo = await each.during?.(world);
  try {
    const answers = await fire(each, world);
    return [...complaintsOf(each, answers, world), ...(undo || each.slow ? [] : await lifeless(world))];
  } catch (error) {
    return [`the case itself failed: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await undo?.();
  }
}

async function fire(each: ActiveCase, world: World): Promise<Answer[]> {
  const { shots, atOnce } = each.volley ?? { shots: 1, atOnce: 1 };
  const answers: Answer[] = [];
  let turn = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (turn < shots) {
        const own = turn++;
        answers.push(await sendShot(world, await each.shot(world, own)));
      }
    }),
  );
  return answers;
}

function sendShot(world: World, shot: Shot): Promise<Answer> {
  if ('bytes' in shot) return sendRaw(world.url, shot, shot.closesWithinMs ?? SOCKET_MS);
  if ('signer' in shot) return sendSigned(world.signedClient(shot.domain, shot.signer), shot);
  return send(shot.server ?? world.url, shot, ANSWER_MS);
}

async function lifeless(world: World): Promise<string[]> {
  const probe = await send(world.url, ask('{ __typename }')(world), ANSWER_MS);
  // Told to come back later is alive too.
  return probe.status === 200 || probe.status === 429
    ? []
    : [`the server no longer answers: ${probe.failure ?? probe.status}`];
}

/** Each twin is asked once; those of cases that change the world were asked before. */
function twinKeeper(world: World) {
  const known = new Map<TwinName, Promise<string[]>>();
  const lost: TwinName[] = [];
  const askTwin = async (name: TwinName): Promise<string[]> => {
    const twin = twinNamed(name);
    const answer = await sendShot(world, await twin.shot(world));
    if (twin.brings(answer)) return [];
    lost.push(name);
    return [
      `its twin, ${name}, brings no data: ${answer.failure ?? `${answer.status} ${answer.text.slice(0, 160)}`}`,
    ];
  };
  return {
    complaintOf(name: TwinName): Promise<string[]> {
      const asked = known.get(name) ?? askTwin(name);
      known.set(name, asked);
      return asked;
    },
    withoutData: () => lost,
  };
}

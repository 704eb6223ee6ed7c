import type { Answer } from './send.ts';
import type { TwinName } from './twins.ts';
import type { World } from './world.ts';

/** What goes over the wire: an HTTP request, or bytes on a socket. */
export type Shot = HttpShot | RawShot | SignedShot;

export type HttpShot = {
  /** The gateway when absent. */
  readonly server?: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
};

export type RawShot = {
  readonly bytes: string;
  /** How long the server may leave the connection open, in milliseconds. */
  readonly closesWithinMs?: number;
};

/** A document sent to a subgraph with a statement made for it, good or bad. */
export type SignedShot = {
  readonly domain: Domain;
  readonly signer: Parameters<World['signedClient']>[1];
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A sentence when something is wrong, null when all is well. */
type Complaint = string | null;

export type Expectation = {
  readonly status: readonly number[];
  /** Each error of the answer carries one of these codes, and there is one. */
  readonly codes?: readonly string[];
  /** `none`: not a single value comes back; `some`: one does. */
  readonly data?: 'none' | 'some';
  readonly maxBytes?: number;
  readonly maxErrors?: number;
  readonly never?: readonly RegExp[];
  readonly headers?: Readonly<Record<string, RegExp>>;
  readonly withoutHeaders?: readonly string[];
  readonly holds?: (answer: Answer, world: World) => Complaint;
  /** Judges all the answers of a volley together. */
  readonly together?: (answers: readonly Answer[], world: World) => Complaint;
  /** A server that does not even listen is as good. */
  readonly orRefused?: boolean;
  /** Answers on one connection; one when absent. Raw shots alone. */
  readonly maxAnswers?: number;
};

export type Severity = 'low' | 'medium' | 'high';
export type Domain = 'grants' | 'observatory' | 'events' | 'procurement';

type Named = {
  /** Its identity for good: a case that changes its intent takes another one. */
  readonly id: string;
  readonly category: string;
  readonly severity: Severity;
  /** What the attacker wants, or what must go on working, in one sentence. */
  readonly intent: string;
  /** Where the attack is known from. */
  readonly source: string;
};

export type ActiveCase = Named & {
  readonly shot: (world: World, turn: number) => Shot | Promise<Shot>;
  readonly expect: Expectation;
  /** The same request made well: it must give data, or the refusal of this one means nothing. */
  readonly twin: TwinName;
  readonly volley?: { readonly shots: number; readonly atOnce: number };
  /** What holds while it runs; answers how to undo it. */
  readonly during?: (world: World) => Promise<() => Promise<void>>;
  /** Waits for a timer of the server: run beside the others. */
  readonly slow?: true;
  readonly only?: 'services' | 'one process';
};

/** A case whose data does not exist yet, and the type or mutation of a domain that will bring it. */
export type WaitingCase = Named & { readonly waitsFor: Domain; readonly untilSchemaHas: RegExp };

export type HostileCase = ActiveCase | WaitingCase;

export function isActive(each: HostileCase): each is ActiveCase {
  return 'shot' in each;
}

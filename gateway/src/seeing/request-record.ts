import type { Viewer } from '@graphess/subgraph-kit';
import type { Span } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';

/** What is noted of one request while it is answered, for its log line and the metrics. Nothing the client wrote. */
export type RequestRecord = {
  readonly startedAt: number;
  readonly bytesBefore: number;
  readonly span: Span;
  viewer: Viewer | null;
  operation: Operation | null;
  /** Fetches by domain. */
  readonly fetches: Map<string, number>;
  /** The answer of the graph, read when it has been sent. */
  answer: (() => GraphAnswer) | null;
  /** Codes of a refusal before the graph. */
  refusal: readonly string[];
};

export type Operation = {
  /** As the document names it. */
  readonly name: string | null;
  /** The first 12 hex digits of the SHA-256 of the document. */
  readonly document: string;
  /** Whether the platform knows the document; only then is its name a label of a metric. */
  readonly trusted: boolean;
};

export type GraphAnswer = {
  readonly codes: readonly string[];
  readonly data: boolean;
  readonly cost: unknown;
};

declare module 'fastify' {
  interface FastifyRequest {
    /** From the moment the request is seen. */
    record?: RequestRecord;
  }
}

/** The record of a request, made when the request arrives. */
export function newRecord(request: FastifyRequest, span: Span): RequestRecord {
  return {
    startedAt: performance.now(),
    bytesBefore: request.raw.socket.bytesWritten,
    span,
    viewer: null,
    operation: null,
    fetches: new Map(),
    answer: null,
    refusal: [],
  };
}

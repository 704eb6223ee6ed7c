import { context, propagation } from '@opentelemetry/api';

/** The headers that carry the current trace to a subgraph: none unless traces are collected. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
}

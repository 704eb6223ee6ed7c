import type { Settings } from '@graphess/platform';

/**
 * Sends traces to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names (OTLP over HTTP; the SDK reads its other variables
 * by itself). Without it nothing is loaded and nothing leaves the machine. Resource detectors are off: they would tell of
 * the host, its user and the command line.
 */
export async function startTracing(settings: Settings, service: string): Promise<{ stop(): Promise<void> }> {
  if (settings.traceEndpoint === null) return { stop: async () => {} };
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  const sdk = new NodeSDK({
    serviceName: service,
    autoDetectResources: false,
    instrumentations: [],
    metricReaders: [],
    logRecordProcessors: [],
  });
  sdk.start();
  return {
    // A collector that is away must not hold the stop up.
    stop: () => sdk.shutdown().catch(() => {}),
  };
}

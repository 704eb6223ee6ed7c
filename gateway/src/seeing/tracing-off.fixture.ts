import { createRequire } from 'node:module';
import { platformSettings } from '@graphess/platform';
import { startTracing } from './tracing.ts';

// A process of its own: in that of the tests, another file may have loaded the library already.
await (await startTracing(platformSettings({}), 'test')).stop();
const loaded = Object.keys(createRequire(import.meta.url).cache).some((path) =>
  path.includes('@opentelemetry/sdk-node'),
);
process.stdout.write(loaded ? 'loaded' : 'not loaded');

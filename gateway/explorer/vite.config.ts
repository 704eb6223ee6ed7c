import { defineConfig } from 'vite';

export default defineConfig({
  base: '/explorer/',
  publicDir: false,
  clearScreen: false,
  logLevel: 'error',
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The editor is one library of several megabytes, read from this machine.
    chunkSizeWarningLimit: 10_000,
  },
});

import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const at = (...parts: string[]): string => path.join(import.meta.dirname, ...parts);

/** Native parts stay in node_modules; everything else is bundled, so a package ships nothing twice. */
const natives = ['better-sqlite3', '@abandonware/noble', '@abandonware/bleno'];
const outside = ['electron', ...natives, ...builtinModules, /^node:/];

/**
 * One file for the three bundles and for the tests.
 * client: the screens · main: Electron's entry, the terminal (with the browser host) and the radio process ·
 * preload: one CommonJS file, as a sandboxed preload must be.
 */
export default defineConfig({
  root: at('src/renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  builder: {
    buildApp: async (builder) => {
      await Promise.all(Object.values(builder.environments).map((environment) => builder.build(environment)));
    },
  },
  environments: {
    client: {
      build: { outDir: at('dist/client'), emptyOutDir: true, target: 'chrome140', chunkSizeWarningLimit: 900 },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: natives, conditions: ['node', 'import', 'module', 'default'] },
      build: {
        ssr: true,
        target: 'node24',
        outDir: at('dist/main'),
        emptyOutDir: true,
        minify: false,
        rolldownOptions: {
          input: {
            index: at('src/main/index.ts'),
            cli: at('src/main/hosts/cli/index.ts'),
            radio: at('src/main/ble/process.ts'),
            prove: at('src/main/store/prove-worker.ts'),
          },
          external: outside,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        ssr: true,
        target: 'node24',
        outDir: at('dist/preload'),
        emptyOutDir: true,
        minify: false,
        rolldownOptions: {
          input: { index: at('src/preload/index.ts') },
          external: outside,
          output: { format: 'cjs', codeSplitting: false, entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  test: {
    root: at('.'),
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/lab/**', 'node_modules/**'],
    environment: 'node',
    // Two cores: as many workers as cores, each a process, since native modules load per process.
    pool: 'forks',
    testTimeout: 30_000,
    reporters: process.env.CI ? ['default', ['json', { outputFile: at('test-results/rooms.json') }]] : ['default'],
  },
});

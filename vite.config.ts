import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const at = (...parts: string[]): string => path.join(import.meta.dirname, ...parts);

/** Native parts stay in node_modules; everything else is bundled, so a package ships nothing twice. */
const natives = ['better-sqlite3', '@abandonware/noble', '@abandonware/bleno'];
const outside = ['electron', ...natives, ...builtinModules, /^node:/];

/**
 * What a PDF needs beside the code that writes it, next to the chunks that look for it there: whole typefaces, and
 * the colour profile of PDF/A, which pdfkit seeks beside its own file.
 */
function documentParts(): Plugin {
  const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
  const parts: [name: string, from: string][] = [
    ...faces.map((face): [string, string] => [
      `fonts/Tinos_${face}.ttf`,
      at('node_modules/@expo-google-fonts/tinos', face, `Tinos_${face}.ttf`),
    ]),
    ['fonts/LICENSE_FONT', at('node_modules/@expo-google-fonts/tinos/LICENSE_FONT')],
    ['data/sRGB_IEC61966_2_1.icc', at('node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc')],
  ];
  return {
    name: 'document-parts',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'main',
    // pdfkit and pdfmake are CommonJS at heart and ask where they lie; a module knows that under another name.
    renderChunk: (code) => (/\b__dirname\b/.test(code) ? `const __dirname = import.meta.dirname;\n${code}` : null),
    generateBundle() {
      for (const [name, from] of parts) {
        this.emitFile({ type: 'asset', fileName: `chunks/${name}`, source: readFileSync(from) });
      }
    },
  };
}

/**
 * One file for the three bundles and for the tests.
 * client: the screens · main: Electron's entry, the terminal (with the browser host) and the radio process ·
 * preload: one CommonJS file, as a sandboxed preload must be.
 */
export default defineConfig({
  root: at('src/renderer'),
  base: './',
  publicDir: false,
  plugins: [react(), documentParts()],
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
            radio: at('src/main/radio/process.ts'),
            prove: at('src/main/store/backup/prove-worker.ts'),
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
    // A guard against hanging, never a measure of speed: a busy machine is many times slower than a free one.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: process.env.CI ? ['default', ['json', { outputFile: at('test-results/rooms.json') }]] : ['default'],
  },
});

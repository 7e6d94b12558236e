import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Whole scenes in a real browser: one after another, since each starts a kit and a browser on two cores. */
export default defineConfig({
  test: {
    root: path.join(import.meta.dirname, '../..'),
    include: ['test/e2e/**/*.e2e.ts'],
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 600_000,
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: path.join(import.meta.dirname, '../../test-results/e2e.json') }]]
      : ['default'],
  },
});

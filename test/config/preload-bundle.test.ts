import path from 'node:path';
import { createBuilder, type Rolldown } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';

let files: Rolldown.OutputChunk[];

beforeAll(async () => {
  const builder = await createBuilder({
    configFile: path.join(import.meta.dirname, '..', '..', 'vite.config.ts'),
    logLevel: 'error',
    build: { write: false },
  });
  const { preload } = builder.environments;
  if (preload === undefined) throw new Error('vite.config.ts has no preload environment');
  const built = (await builder.build(preload)) as Rolldown.RolldownOutput;
  files = built.output.filter((file) => file.type === 'chunk');
});

describe('the preload as it is built', () => {
  test('is one CommonJS file, as a sandboxed page needs', () => {
    expect(files.map(({ fileName }) => fileName)).toEqual(['index.cjs']);
    expect(files[0]?.code).not.toMatch(/^\s*(import|export)\s/m);
  });

  test('asks for Electron and nothing else', () => {
    const required = [...(files[0]?.code.matchAll(/\brequire\(([^)]*)\)/g) ?? [])].map(([, what]) => what);
    expect(required).toEqual(['"electron"']);
  });
});

/** Law 1 of ARCHITECTURE.md: who may import whom. Each folder's README says it in words. */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'core imports nothing outside core, except zod (validator and type are one piece there)',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', '^node_modules/zod/'] },
    },
    {
      name: 'contract-knows-core-only',
      severity: 'error',
      from: { path: '^src/preload/contract(\\.ts$|/)' },
      to: { pathNot: ['^src/core/', '^node_modules/zod/', '^src/preload/contract/'] },
    },
    {
      name: 'preload-knows-contract-and-electron',
      severity: 'error',
      from: { path: '^src/preload/', pathNot: '^src/preload/contract(\\.ts$|/)' },
      to: { pathNot: ['^src/preload/', '^node_modules/electron/'] },
    },
    { name: 'renderer-never-main', severity: 'error', from: { path: '^src/renderer/' }, to: { path: '^src/main/' } },
    { name: 'main-never-renderer', severity: 'error', from: { path: '^src/main/' }, to: { path: '^src/renderer/' } },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-in-its-host-only',
      severity: 'error',
      from: { path: '^src/main/', pathNot: ['^src/main/hosts/electron/', '^src/main/index\\.ts$'] },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'hosts-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/main/hosts/electron/' },
      to: { path: '^src/main/hosts/(browser|cli)/' },
    },
    {
      name: 'noble-in-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/radio/noble-radio\\.ts$' },
      to: { path: 'node_modules/@(abandonware|stoprocent)/noble' },
    },
    {
      name: 'sqlite-in-the-store-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/store/' },
      to: { path: '^node_modules/better-sqlite3/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^\\.cache/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'src/main/tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};

/** Law 1 of ARCHITECTURE.md: who may import whom. Each folder's README says it in words. */

/** Rooms of core, and which other rooms each may know. `log` knows of a subject only its events. */
const core = {
  base: [],
  roster: ['base'],
  radio: ['base'],
  count: ['base'],
  check: ['base', 'radio'],
  form: ['base', 'roster'],
  figures: ['base', 'roster', 'check'],
  campaign: ['base', 'radio', 'check', 'form'],
  report: ['base', 'roster', 'check', 'form', 'campaign', 'figures'],
  log: ['base'],
  practice: ['base', 'roster', 'radio', 'check', 'campaign', 'log'],
};
const EVENTS = '^src/core/[^/]+/events\\.ts$';
const coreRooms = Object.entries(core).map(([room, known]) => ({
  name: `core-room-${room}`,
  severity: 'error',
  from: { path: `^src/core/${room}/` },
  to: {
    path: '^src/core/',
    pathNot: [`^src/core/(${[room, ...known].join('|')})/`, ...(room === 'log' ? [EVENTS] : [])],
  },
}));

/** Grounds of main know no subject and no Kit; features know the world and the grounds, and not each other. */
const GROUNDS = 'files|messages|radio|documents|campaign|store|workers';
const FEATURES = 'roster|count|figures|check|practice|log|report';
const SCREENS = 'audience|check|count|figures|paper|radio|report|roster|settings|shift';

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
    // With types counted: a circle of types is a circle of what must be known to read a file.
    { name: 'no-circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    ...coreRooms,
    {
      name: 'grounds-know-no-subject',
      severity: 'error',
      from: { path: `^src/main/(${GROUNDS})/` },
      to: { path: '^src/main/', pathNot: [`^src/main/(${GROUNDS})/`] },
    },
    {
      name: 'world-knows-grounds-only',
      severity: 'error',
      from: { path: '^src/main/world/' },
      to: { path: '^src/main/', pathNot: [`^src/main/(${GROUNDS}|world)/`] },
    },
    {
      name: 'features-do-not-know-each-other',
      comment: 'but a report reads figures',
      severity: 'error',
      from: { path: `^src/main/(${FEATURES})/`, pathNot: ['^src/main/report/'] },
      to: { path: `^src/main/(${FEATURES})/`, pathNot: ['^src/main/$1/'] },
    },
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/main/report/' },
      to: { path: `^src/main/(${FEATURES})/`, pathNot: ['^src/main/(report|figures)/'] },
    },
    {
      name: 'features-do-not-look-up',
      severity: 'error',
      from: { path: `^src/main/(${FEATURES})/` },
      to: { path: '^src/main/', pathNot: [`^src/main/(${GROUNDS}|world|${FEATURES})/`] },
    },
    {
      name: 'hosts-carry',
      comment: 'a host opens the Kit and carries; it reads no store, no campaign and no feature',
      severity: 'error',
      from: { path: '^src/main/hosts/' },
      to: {
        path: '^src/main/',
        pathNot: [
          '^src/main/(kit|door|answer)\\.ts$',
          '^src/main/(hosts|messages|files|radio)/',
          '^src/main/documents/csv\\.ts$',
        ],
      },
    },
    {
      name: 'zod-in-the-files-named-for-it',
      severity: 'error',
      from: {
        path: '^src/core/',
        pathNot: [
          '(-schema|/schemas|/events)\\.ts$',
          '^src/core/campaign/campaign\\.ts$',
          '^src/core/form/(template|parts)\\.ts$',
          '^src/core/report/json\\.ts$',
        ],
      },
      to: { path: '^node_modules/zod/' },
    },
    {
      name: 'screens-do-not-know-each-other',
      comment: 'but a check counts, a union shows its figures, settings hold the radio and the shift',
      severity: 'error',
      from: { path: `^src/renderer/(${SCREENS})/` },
      to: {
        path: `^src/renderer/(${SCREENS})/`,
        pathNot: ['^src/renderer/$1/', '^src/renderer/(count|figures|radio|shift)/'],
      },
    },
    ...[
      ['count', 'check'],
      ['figures', 'roster'],
      ['radio|shift', 'settings'],
    ].map(([shown, by]) => ({
      name: 'screens-do-not-know-each-other',
      severity: 'error',
      from: { path: `^src/renderer/(${SCREENS})/`, pathNot: [`^src/renderer/(${by}|${shown})/`] },
      to: { path: `^src/renderer/(${shown})/` },
    })),
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

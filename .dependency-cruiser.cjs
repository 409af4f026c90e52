/**
 * The rooms of the house and what each may import. Everything not listed is refused; a folder that is not in this
 * table is refused too, so a new room starts with a line here (docs/architecture.md says what lives where).
 *
 * `may` is for imports that run, `types` for `import type` alone, on top of `may`.
 * The parser is TypeScript 6 (package.json: "typescript"), for TypeScript 7 has no programming interface yet.
 */

const { builtinModules } = require('node:module');

/** @param {string} name */
const pkg = (name) => `(^|/)node_modules/(@types/)?${name.replace('/', '[/]')}/`;
/** @param {string} name */
const room = (name) => `^src/${name}/`;
/** @param {string[]} names */
const core = (...names) => `^(node:)?(${names.join('|')})$`;

const anyCore = `^(node:)?(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`;
const electron = pkg('electron');
const shared = room('shared');
/** The contract, and the Result every reply is. */
const contract = '^src/shared/(ipc/|result[.]ts$)';
/** A package's file by its address (`?url`), which Vite knows and this tool does not. */
const packageFile = '^zxing-wasm/.+[?]url$';
const react = [pkg('react'), pkg('react-dom'), pkg('@fluentui/[^/]+'), pkg('csstype')];

/** Interfaces by which the rooms of main know each other. */
const interfaces = '^src/main/(.+/(types|ports|door)|clock)[.]ts$';
const notPractice = '^src/main/(?!practice/)';

/** @type {{ name: string, from: string, may: string[], types?: string[] }[]} */
const rooms = [
  { name: 'shared', from: room('shared'), may: [shared, pkg('zod')] },
  {
    name: 'preload',
    from: room('preload'),
    may: [room('preload'), contract, electron],
    types: [shared],
  },

  {
    name: 'renderer-root',
    from: '^src/renderer/src/[^/]+$',
    may: [room('renderer'), shared, ...react],
  },
  {
    // The frame round every screen; joins wizard and screens.
    name: 'renderer-shell',
    from: room('renderer/src/shell'),
    may: [room('renderer'), shared, ...react],
  },
  ...['wizard', 'screens'].map((name) => ({
    name: `renderer-${name}`,
    from: room(`renderer/src/${name}`),
    may: [room(`renderer/src/(${name}|camera|scanner|components|text|api|styles)`), shared, ...react],
  })),
  {
    // Paper before a camera: pictures in, contents of codes out. Knows neither steps nor screens.
    name: 'renderer-camera',
    from: room('renderer/src/camera'),
    may: [
      room('renderer/src/(camera|components|text|api|styles)'),
      shared,
      pkg('zxing-wasm'),
      packageFile,
      ...react,
    ],
  },
  {
    // The field for scanners that type like a keyboard: for badges and for test pages.
    name: 'renderer-scanner',
    from: room('renderer/src/scanner'),
    may: [room('renderer/src/(scanner|text)'), shared, ...react],
  },
  {
    name: 'renderer-components',
    from: room('renderer/src/components'),
    may: [room('renderer/src/(components|styles)'), ...react],
    types: [shared],
  },
  {
    name: 'renderer-api',
    from: room('renderer/src/api'),
    may: [room('renderer/src/api'), contract, ...react],
    types: [shared],
  },
  {
    name: 'renderer-text',
    from: room('renderer/src/text'),
    may: [room('renderer/src/text'), shared, ...react],
  },
  {
    name: 'renderer-styles',
    from: room('renderer/src/styles'),
    may: [room('renderer/src/styles'), ...react],
  },

  { name: 'main-index', from: '^src/main/index\\.ts$', may: ['^src/main/app(\\.ts$|/)', electron, anyCore] },
  { name: 'main-app', from: '^src/main/app(\\.ts$|/)', may: ['^src/main/', shared, electron, anyCore] },
  {
    name: 'window',
    from: room('main/window'),
    may: [room('main/(window|log)'), shared, electron, anyCore],
    types: [interfaces],
  },
  {
    name: 'ipc',
    from: room('main/ipc'),
    may: [room('main/(ipc|issuing|log)'), shared, electron, anyCore],
    types: [notPractice],
  },
  {
    name: 'batch',
    from: room('main/batch'),
    may: [room('main/batch'), shared, pkg('csv-parse')],
    types: [interfaces],
  },
  { name: 'issuing', from: room('main/issuing'), may: [room('main/issuing'), shared], types: [interfaces] },
  {
    name: 'auth',
    from: room('main/auth'),
    may: [
      room('main/(auth|net)'),
      shared,
      electron,
      anyCore,
      pkg('zod'),
      pkg('@azure/msal-node'),
      pkg('@azure/msal-common'),
    ],
    types: [interfaces],
  },
  {
    name: 'lock',
    from: room('main/lock'),
    may: [room('main/lock'), shared, anyCore, pkg('zod')],
    types: [interfaces],
  },
  {
    name: 'graph',
    from: room('main/graph'),
    may: [room('main/(graph|net)'), shared, anyCore, pkg('zod')],
    types: [interfaces, pkg('@microsoft/microsoft-graph-types')],
  },
  {
    // Use cases of the Printers screen: joins printing, test pages and settings.
    name: 'printer-setup',
    from: room('main/printer-setup'),
    may: [room('main/(printer-setup|printing)'), '^src/main/badges/test-page/', shared, anyCore, pkg('zod')],
    types: [interfaces, room('main/(badges|settings)')],
  },
  { name: 'net', from: room('main/net'), may: [room('main/net'), shared, anyCore], types: [interfaces] },
  {
    name: 'badges',
    from: room('main/badges'),
    may: [
      room('main/badges'),
      shared,
      anyCore,
      ...['qrcode', 'harfbuzzjs', 'bidi-js', 'zxing-wasm', 'pngjs'].map(pkg),
    ],
  },

  {
    name: 'printing',
    from: '^src/main/printing/[^/]+$',
    may: [room('main/printing'), shared, anyCore],
    types: [interfaces],
  },
  { name: 'profiles', from: room('main/printing/profiles'), may: [room('main/printing/profiles'), shared] },
  {
    // Pure: page in, bytes out. zlib is arithmetic; node-thermal-printer is used as a byte builder only.
    name: 'encoders',
    from: room('main/printing/encoders'),
    may: [room('main/printing/encoders'), shared, core('zlib', 'buffer'), pkg('node-thermal-printer')],
    types: [interfaces],
  },
  {
    name: 'transports',
    from: room('main/printing/transports'),
    may: [
      room('main/printing/transports'),
      shared,
      anyCore,
      ...['pngjs', 'usb', 'serialport', 'koffi', 'w3c-web-usb'].map(pkg),
    ],
    types: [interfaces],
  },
  {
    name: 'discovery',
    from: room('main/printing/discovery'),
    may: [room('main/printing/(discovery|transports)'), shared, anyCore, pkg('serialport')],
    types: [interfaces],
  },
  {
    name: 'drivers',
    from: room('main/printing/drivers'),
    may: [room('main/printing/(drivers|encoders|profiles)'), shared],
    types: [interfaces],
  },

  { name: 'main-clock', from: '^src/main/clock[.]ts$', may: [] },
  {
    name: 'spool',
    from: room('main/spool'),
    may: [room('main/spool'), shared, anyCore, ...['@photostructure/sqlite', 'sql.js', 'zod'].map(pkg)],
    types: [interfaces],
  },
  {
    name: 'practice',
    from: room('main/practice'),
    may: [room('main/(practice|net)'), shared, anyCore, ...['zod', 'qrcode', 'pngjs'].map(pkg)],
    types: [interfaces],
  },
  {
    name: 'settings',
    from: room('main/settings'),
    may: [room('main/settings'), shared, anyCore, pkg('zod')],
    types: [interfaces],
  },
  {
    name: 'log',
    from: room('main/log'),
    may: [room('main/log'), shared, anyCore, pkg('pino')],
    types: [interfaces],
  },
];

/** Two rules per room: what may run, and what may be known by type. */
const roomRules = rooms.flatMap(({ name, from, may, types = [] }) => [
  {
    name: `room-${name}`,
    severity: 'error',
    comment: `${name} may import: ${may.join('  ')}`,
    from: { path: from },
    to: { pathNot: may, dependencyTypesNot: ['type-only'] },
  },
  {
    name: `room-${name}-types`,
    severity: 'error',
    comment: `${name} may import types from: ${[...may, ...types].join('  ')}`,
    from: { path: from },
    to: { pathNot: [...may, ...types], dependencyTypes: ['type-only'] },
  },
]);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'unknown-room',
      severity: 'error',
      comment: 'A folder of src that is not in the table of rooms.',
      from: { path: '^src/', pathNot: rooms.map((entry) => entry.from) },
      to: {},
    },
    {
      name: 'practice-by-app-alone',
      severity: 'error',
      comment: 'The practice tenant is joined on in app.ts; nothing else in src knows it exists.',
      from: { path: '^src/', pathNot: ['^src/main/app(\\.ts$|/)', room('main/practice')] },
      to: { path: room('main/practice') },
    },
    {
      name: 'electron-in-its-rooms',
      severity: 'error',
      comment: 'Other rooms get paths and services as arguments, so that they run in plain Node.',
      from: {
        path: '^(src|test)/',
        pathNot: [
          '^src/preload/',
          '^src/main/(window|ipc|auth|app)/',
          '^src/main/(app|index)\\.ts$',
          '^test/e2e/',
        ],
      },
      to: { path: electron, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      comment: 'What ships knows nothing of tests, scripts and figures.',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench|out)/' },
    },
    {
      name: 'e2e-never-src',
      severity: 'error',
      comment: 'End-to-end tests see the app as its users do: through the window, the printer and the files.',
      from: { path: '^test/e2e/' },
      to: { path: '^src/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or hide a third.',
      from: { path: '^(src|test|scripts|bench)/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nobody imports it and it imports nothing: dead, or forgotten.',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: ['\\.d\\.ts$', '^src/main/index\\.ts$', '^src/preload/index\\.ts$'],
      },
      to: {},
    },
    {
      name: 'not-wired-up',
      // A warning while rooms are being built ahead of app.ts; tests alone do not make code part of the app.
      severity: 'warn',
      comment: 'No way leads to it from main, preload or renderer.',
      from: { path: '^src/(main/index\\.ts|preload/index\\.ts|renderer/src/main\\.tsx)$' },
      to: {
        path: '^src/',
        pathNot: ['\\.d\\.ts$', '^src/(main/index\\.ts|preload/index\\.ts|renderer/src/main\\.tsx)$'],
        reachable: false,
      },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'The file or package is not there.',
      from: {},
      to: { couldNotResolve: true, pathNot: packageFile },
    },
    {
      name: 'main-ships-its-packages',
      severity: 'error',
      comment: 'What main imports at run time ships in node_modules, so it belongs in "dependencies".',
      from: { path: '^src/main/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: [electron, 'node_modules/@types/'],
      },
    },
  ],
  options: {
    parser: 'tsc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '^dist/', '^test/(fixtures|golden)/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    skipAnalysisNotInRules: true,
  },
};

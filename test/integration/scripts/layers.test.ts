import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A file in a house of its own, the imports in it, and the rules it must break (none: it must pass). */
type Row = readonly [file: string, lines: readonly string[], broken: readonly string[]];

const reads = (from: string) => `import { x } from '${from}';\nexport const y = x;`;
const knows = (from: string) => `import type { X } from '${from}';\nexport type Y = X;`;

const rows: readonly Row[] = [
  ['src/shared/a.ts', [reads('node:fs')], ['room-shared']],
  ['src/shared/b.ts', [reads('../main/graph/types.ts')], ['room-shared']],
  ['src/shared/c.ts', [knows('../main/graph/types.ts')], ['room-shared-types']],
  ['src/shared/fine.ts', [reads('zod')], []],
  ['src/preload/a.ts', [reads('../shared/target.ts')], ['room-preload']],
  ['src/renderer/src/a.tsx', [reads('../../main/graph/types.ts')], ['room-renderer-root']],
  [
    'src/renderer/src/screens/a.tsx',
    [knows('../../../main/graph/types.ts')],
    ['room-renderer-screens-types'],
  ],
  ['src/renderer/src/wizard/a.tsx', [reads('../screens/target.tsx')], ['room-renderer-wizard']],
  ['src/renderer/src/wizard/fine.tsx', [reads('../components/target.tsx'), reads('react')], []],
  ['src/renderer/src/components/a.tsx', [reads('../api/target.ts')], ['room-renderer-components']],
  [
    'src/renderer/src/components/b.tsx',
    [reads('electron')],
    ['room-renderer-components', 'electron-in-its-rooms'],
  ],
  ['src/main/issuing/a.ts', [reads('../graph/target.ts')], ['room-issuing']],
  ['src/main/issuing/b.ts', [reads('../graph/types.ts')], ['room-issuing']],
  ['src/main/issuing/fine.ts', [knows('../graph/types.ts')], []],
  ['src/main/issuing/c.ts', [knows('../graph/target.ts')], ['room-issuing-types']],
  ['src/main/graph/a.ts', [reads('../spool/target.ts')], ['room-graph']],
  ['src/main/graph/b.ts', [reads('electron')], ['room-graph', 'electron-in-its-rooms']],
  ['src/main/badges/a.ts', [reads('pino')], ['room-badges']],
  ['src/main/badges/fine.ts', [reads('qrcode')], []],
  ['src/main/printing/encoders/a.ts', [reads('node:net')], ['room-encoders']],
  ['src/main/printing/encoders/b.ts', [reads('../transports/target.ts')], ['room-encoders']],
  ['src/main/printing/encoders/fine.ts', [reads('node:zlib')], []],
  ['src/main/printing/profiles/a.ts', [reads('../encoders/target.ts')], ['room-profiles']],
  ['src/main/printing/drivers/a.ts', [reads('../transports/target.ts')], ['room-drivers']],
  ['src/main/printing/transports/a.ts', [reads('../drivers/target.ts')], ['room-transports']],
  ['src/main/spool/a.ts', [reads('../printing/target.ts')], ['room-spool']],
  ['src/main/spool/b.ts', [reads('../practice/target.ts')], ['room-spool', 'practice-by-app-alone']],
  ['src/main/ipc/a.ts', [knows('../practice/target.ts')], ['room-ipc-types', 'practice-by-app-alone']],
  ['src/main/app.ts', [reads('./practice/target.ts'), reads('electron')], []],
  ['src/main/log/a.ts', [reads('vitest')], ['room-log', 'main-ships-its-packages']],
  ['src/main/log/b.ts', [reads('./nowhere.ts')], ['not-to-unresolvable', 'room-log']],
  ['src/main/lounge/a.ts', [reads('../../shared/target.ts')], ['unknown-room']],
  ['src/main/net/a.ts', [reads('./b.ts')], ['no-cycles']],
  // A cycle is reported once, at the file that comes first.
  ['src/main/net/b.ts', [reads('./a.ts')], []],
  ['src/main/settings/alone.ts', ['export const alone = 1;'], ['no-orphans']],
  ['src/main/window/a.ts', [reads('../../../test/fakes/target.ts')], ['room-window', 'src-stands-alone']],
  ['test/e2e/a.spec.ts', [knows('../../src/shared/target.ts')], ['e2e-never-src']],
  ['test/unit/a.test.ts', [reads('../../src/main/graph/target.ts')], []],
  ['test/unit/b.test.ts', [reads('electron')], ['electron-in-its-rooms']],
];

/** Files the rows import from; they import something harmless, so they are no orphans. */
const targets: readonly string[] = [
  'src/shared/target.ts',
  'src/renderer/src/screens/target.tsx',
  'src/renderer/src/components/target.tsx',
  'src/renderer/src/api/target.ts',
  'src/main/graph/types.ts',
  'src/main/graph/target.ts',
  'src/main/spool/target.ts',
  'src/main/practice/target.ts',
  'src/main/printing/target.ts',
  'src/main/printing/encoders/target.ts',
  'src/main/printing/transports/target.ts',
  'src/main/printing/drivers/target.ts',
  'test/fakes/target.ts',
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string; readonly severity: string };
}

describe('the table of rooms', () => {
  let house: string;
  let broken: ReadonlyMap<string, ReadonlySet<string>>;

  beforeAll(async () => {
    house = await mkdtemp(path.join(tmpdir(), 'badge-layers-'));
    const project = process.cwd();
    await symlink(path.join(project, 'node_modules'), path.join(house, 'node_modules'), 'junction');
    for (const file of targets) await put(house, file, 'export const x = 1;\nexport type X = number;');
    for (const [file, lines] of rows) await put(house, file, lines.map(inOwnBlock).join('\n'));
    await put(house, 'tsconfig.json', '{ "compilerOptions": { "module": "ESNext" } }');
    await copyFile(path.join(project, 'package.json'), path.join(house, 'package.json'));
    broken = await cruise(project, house);
  });

  afterAll(() => rm(house, { recursive: true, force: true }));

  it.each(
    rows.map(([file, lines, rules]) => ({
      file,
      imports: lines.join(' ').match(/'.+?'/g)?.join(', '),
      rules,
    })),
  )('$file importing $imports breaks $rules', ({ file, rules }) => {
    expect([...(broken.get(file) ?? [])].toSorted()).toEqual([...rules].toSorted());
  });

  it('finds nothing wrong with the files that are only imported', () => {
    expect(targets.filter((file) => broken.has(file))).toEqual([]);
  });
});

/** Two imports in one file must not share their names. */
function inOwnBlock(line: string, index: number): string {
  return line
    .replaceAll(/\bx\b/g, `x${index}`)
    .replace(`{ x${index} }`, `{ x as x${index} }`)
    .replace(/\by\b/, `y${index}`);
}

async function put(house: string, file: string, text: string): Promise<void> {
  const full = path.join(house, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, text);
}

async function cruise(project: string, house: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const tool = path.join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [tool, '--config', path.join(project, '.dependency-cruiser.cjs'), '-T', 'json', 'src', 'test'];
  // The JSON reporter ends with 0 however many rules are broken.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: house, maxBuffer: 1 << 26 });
  const violations: readonly Violation[] = JSON.parse(stdout).summary.violations;
  const found = new Map<string, Set<string>>();
  for (const { from, rule } of violations) {
    if (rule.severity !== 'error') continue;
    found.set(from, (found.get(from) ?? new Set()).add(rule.name));
  }
  return found;
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Station, media, printer, sound, tenant } from './station.ts';

let station: Station;
beforeEach(() => {
  station = new Station();
});
afterEach(() => station.clear());

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (Uint8Array | number[])[]) => new Uint8Array(parts.flatMap((part) => [...part]));
const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;

/** Files that are no settings at all: `[name, content, path and reason]`. */
const wholeFiles: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['an empty file', '', 'empty'],
  ['white space', ' \r\n\t', 'empty'],
  ['a byte order mark alone', bytes([0xef, 0xbb, 0xbf]), 'empty'],
  ['no JSON', 'tenant = 1', 'not-json'],
  ['JSON cut in half', '{"tenant": {"id": "1', 'not-json'],
  ['JSON with a comment', '{ // site\n "site": {} }', 'not-json'],
  ['JSON with a trailing comma', '{"site": {},}', 'not-json'],
  ['JSON in single quotes', "{'site': {}}", 'not-json'],
  ['JSON twice', '{}{}', 'not-json'],
  ['NaN', '{"lock":{"idleMinutes":NaN}}', 'not-json'],
  ['a list', '[]', 'not-an-object'],
  ['a text', '"settings"', 'not-an-object'],
  ['a number', '5', 'not-an-object'],
  ['null', 'null', 'not-an-object'],
  ['Latin-1', bytes(utf8('{"site":{"name":"Z'), [0xfc], utf8('rich"}}')), 'wrong-encoding'],
  ['UTF-16 without its mark', bytes([0, 0x7b, 0, 0x7d]), 'not-json'],
  ['UTF-16 cut in half', bytes([0xff, 0xfe, 0x7b]), 'wrong-encoding'],
  ['a picture', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'wrong-encoding'],
  ['null bytes', new Uint8Array(64), 'not-json'],
  ['something huge', ' '.repeat(1024 * 1024 + 1), 'too-large'],
  ['a list a hundred thousand deep', '['.repeat(100_000), 'not-json'],
];

/** Values that are wrong, each in a file that is otherwise sound: `[name, change, JSON path, reason]`. */
const oneValue: readonly (readonly [string, object, string, string])[] = [
  ['a tenant that is a text', { tenant: tenant.id }, '$.tenant', 'wrong-type'],
  ['a tenant that is null', { tenant: null }, '$.tenant', 'wrong-type'],
  ['a tenant without a client', { tenant: { id: tenant.id } }, '$.tenant.clientId', 'missing'],
  ['a tenant for everybody', { tenant: { ...tenant, id: 'common' } }, '$.tenant.id', 'malformed'],
  ['a tenant id with a path', { tenant: { ...tenant, id: `${tenant.id}/../x` } }, '$.tenant.id', 'malformed'],
  [
    'a tenant id with a line end',
    { tenant: { ...tenant, id: `${tenant.id}\n` } },
    '$.tenant.id',
    'malformed',
  ],
  [
    'endpoints in plain http',
    { tenant: { ...tenant, endpoints: { authority: 'http://example.com', graph: 'https://x.example' } } },
    '$.tenant.endpoints.authority',
    'malformed',
  ],
  [
    'endpoints with a password',
    { tenant: { ...tenant, endpoints: { authority: 'https://a:b@x.example', graph: 'https://x.example' } } },
    '$.tenant.endpoints.authority',
    'malformed',
  ],
  [
    'endpoints that are files',
    { tenant: { ...tenant, endpoints: { authority: 'https://x.example', graph: 'file:///etc' } } },
    '$.tenant.endpoints.graph',
    'malformed',
  ],
  [
    'half of the endpoints',
    { tenant: { ...tenant, endpoints: { authority: 'https://x.example' } } },
    '$.tenant.endpoints.graph',
    'missing',
  ],
  ['a site that is a list', { site: [] }, '$.site', 'wrong-type'],
  ['a site that is null', { site: null }, '$.site', 'wrong-type'],
  ['a site name that is empty', { site: { name: '' } }, '$.site.name', 'too-short'],
  ['a site name that is too long', { site: { name: 'x'.repeat(61) } }, '$.site.name', 'too-long'],
  ['a site name over two lines', { site: { name: 'Site\nNorth' } }, '$.site.name', 'malformed'],
  ['a site name that turns the text round', { site: { name: 'Site \u202etxt' } }, '$.site.name', 'malformed'],
  ['a site name that is a number', { site: { name: 5 } }, '$.site.name', 'wrong-type'],
  ['no days', { defaults: { standardDays: 0 } }, '$.defaults.standardDays', 'out-of-range'],
  ['too many days', { defaults: { standardDays: 396 } }, '$.defaults.standardDays', 'out-of-range'],
  [
    'days beyond any number',
    { defaults: { standardDays: 1e300 } },
    '$.defaults.standardDays',
    'out-of-range',
  ],
  ['half a day', { defaults: { standardDays: 1.5 } }, '$.defaults.standardDays', 'not-whole'],
  ['days as a text', { defaults: { standardDays: '365' } }, '$.defaults.standardDays', 'wrong-type'],
  ['thirteen hours', { defaults: { temporaryHours: 13 } }, '$.defaults.temporaryHours', 'out-of-range'],
  ['a short PIN', { defaults: { pinLength: 4 } }, '$.defaults.pinLength', 'out-of-range'],
  ['a PIN of yes', { defaults: { pinLength: true } }, '$.defaults.pinLength', 'wrong-type'],
  ['printers that are an object', { printers: { front: printer('front') } }, '$.printers', 'wrong-type'],
  [
    'too many printers',
    { printers: Array.from({ length: 51 }, (_, at) => printer(`p${at}`)) },
    '$.printers',
    'too-many',
  ],
  ['a printer that is null', { printers: [null] }, '$.printers[0]', 'wrong-type'],
  [
    'a printer that is a text',
    { printers: [printer('a'), 'tcp://127.0.0.1:9100'] },
    '$.printers[1]',
    'wrong-type',
  ],
  [
    'a printer without an address',
    { printers: [{ ...printer('a'), address: undefined }] },
    '$.printers[0].address',
    'missing',
  ],
  [
    'an address without a scheme',
    { printers: [printer('a', { address: '127.0.0.1:9100' })] },
    '$.printers[0].address',
    'malformed',
  ],
  [
    'an address with a line end',
    { printers: [printer('a', { address: 'tcp://x\r\n' })] },
    '$.printers[0].address',
    'malformed',
  ],
  [
    'an address without end',
    { printers: [printer('a', { address: `tcp://${'x'.repeat(400)}` })] },
    '$.printers[0].address',
    'too-long',
  ],
  ['an id that is a path', { printers: [printer('../../etc')] }, '$.printers[0].id', 'malformed'],
  ['an id that pollutes', { printers: [printer('__proto__')] }, '$.printers[0].id', 'malformed'],
  ['an id that is a number', { printers: [{ ...printer('a'), id: 1 }] }, '$.printers[0].id', 'wrong-type'],
  [
    'a profile with capitals',
    { printers: [printer('a', { profile: 'Zebra ZD421' })] },
    '$.printers[0].profile',
    'malformed',
  ],
  [
    'media nobody makes',
    { printers: [printer('a', { media: { ...media, kind: 'papyrus' } })] },
    '$.printers[0].media.kind',
    'unknown-value',
  ],
  [
    'a negative width',
    { printers: [printer('a', { media: { ...media, widthMm: -54 } })] },
    '$.printers[0].media.widthMm',
    'out-of-range',
  ],
  [
    'a width in metres',
    { printers: [printer('a', { media: { ...media, widthMm: 54_000 } })] },
    '$.printers[0].media.widthMm',
    'out-of-range',
  ],
  [
    'a label without a length',
    { printers: [printer('a', { media: { kind: 'gap', widthMm: 54 } })] },
    '$.printers[0].media.heightMm',
    'missing',
  ],
  [
    'a negative gap',
    { printers: [printer('a', { media: { ...media, gapMm: -1 } })] },
    '$.printers[0].media.gapMm',
    'out-of-range',
  ],
  ['a route that is a text', { routes: { badge: 'front' } }, '$.routes.badge', 'wrong-type'],
  ['a route with a number', { routes: { badge: [1] } }, '$.routes.badge[0]', 'wrong-type'],
  [
    'a route without end',
    { routes: { badge: Array.from({ length: 21 }, () => 'front') } },
    '$.routes.badge',
    'too-many',
  ],
  [
    'a route to a printer that is not there',
    { routes: { badge: ['attic'] } },
    '$.routes.badge[0]',
    'unknown-printer',
  ],
  ['a lock after no time', { lock: { idleMinutes: 0 } }, '$.lock.idleMinutes', 'out-of-range'],
  ['a lock after a year', { lock: { idleMinutes: 525_600 } }, '$.lock.idleMinutes', 'out-of-range'],
  ['a lock that is null', { lock: { idleMinutes: null } }, '$.lock.idleMinutes', 'wrong-type'],
  [
    'a retention of nothing',
    { retention: { unprintedHours: -1 } },
    '$.retention.unprintedHours',
    'out-of-range',
  ],
];

/** Keys nobody knows: named, ignored, and no harm to what stands beside them. */
const unknownKeys: readonly (readonly [string, string, string])[] = [
  ['at the top', '{"sites": {}, "lock": {"idleMinutes": 9}}', '$.sites'],
  ['in a section', '{"lock": {"idleMinutes": 9, "idleSeconds": 3}}', '$.lock.idleSeconds'],
  ['named __proto__', '{"__proto__": {"isAdmin": true}, "lock": {"idleMinutes": 9}}', '$.__proto__'],
  [
    'named __proto__ in a section',
    '{"lock": {"__proto__": {"isAdmin": true}, "idleMinutes": 9}}',
    '$.lock.__proto__',
  ],
  [
    'named constructor',
    '{"constructor": {"prototype": {"isAdmin": true}}, "lock": {"idleMinutes": 9}}',
    '$.constructor',
  ],
  ['with control characters', '{"a\\u0000\\u202eb": 1, "lock": {"idleMinutes": 9}}', '$["a??b"]'],
  [
    'with a name without end',
    `{"${'k'.repeat(5000)}": 1, "lock": {"idleMinutes": 9}}`,
    `$["${'k'.repeat(40)}…"]`,
  ],
  ['a hundred thousand deep', `{"deep": ${deep}, "lock": {"idleMinutes": 9}}`, '$.deep'],
];

describe('a settings file that is junk', () => {
  it.each(wholeFiles)(
    'is refused when it is %s, and the station starts all the same',
    async (_name, content, reason) => {
      station.write(station.stationFile, content);
      const { settings, problems, warnings } = await station.load();
      expect(problems).toMatchObject([
        { source: 'file', path: '$', reason, instead: 'nothing', origin: station.stationFile },
      ]);
      expect(warnings[0]?.code).toBe('settings-unreadable');
      expect([settings.tenant, settings.printers]).toEqual([null, []]);
    },
  );

  it.each(oneValue)(
    'names the value when it has %s, and keeps the rest',
    async (_name, change, path, reason) => {
      station.write(station.stationFile, { ...sound, ...change });
      const { settings, problems } = await station.load();
      expect(problems.map((problem) => [problem.path, problem.reason])).toContainEqual([path, reason]);
      const touched = Object.keys(change);
      if (!touched.includes('tenant')) expect(settings.tenant).toEqual(sound.tenant);
      if (!touched.includes('retention')) expect(settings.retention).toEqual(sound.retention);
      if (!touched.includes('printers')) expect(settings.printers).toEqual(sound.printers);
      for (const { id } of settings.printers) expect(id).toMatch(/^(front|back|a|p\d+)$/);
    },
  );

  it.each(unknownKeys)('only mentions an unknown key %s', async (_name, content, path) => {
    station.write(station.stationFile, content);
    const { settings, problems } = await station.load();
    expect(problems).toEqual([{ source: 'file', path, reason: 'unknown-key', instead: 'nothing' }]);
    expect(settings.lock.idleMinutes).toBe(9);
    expect({}).not.toHaveProperty('isAdmin');
  });

  it('only mentions unknown keys inside a tenant and a printer', async () => {
    const printers = [printer('front', { color: 'red', media: { ...media, maker: { deep: 1 } } })];
    station.write(station.stationFile, {
      ...sound,
      tenant: { ...tenant, secret: 'x' },
      printers,
      routes: { badge: ['front'] },
    });
    const { settings, problems } = await station.load();
    expect(problems.map(({ path, reason }) => [path, reason])).toEqual([
      ['$.tenant.secret', 'unknown-key'],
      ['$.printers[0].media.maker', 'unknown-key'],
      ['$.printers[0].color', 'unknown-key'],
    ]);
    expect([settings.tenant, settings.printers]).toEqual([tenant, [printer('front')]]);
  });

  it('shows nothing of what was written in the wrong place', async () => {
    station.write(station.stationFile, {
      ...sound,
      tenant: { ...tenant, id: 'canary' },
      site: { name: ['canary'] },
      lock: 'canary',
    });
    expect(JSON.stringify(await station.load())).not.toContain('canary');
  });

  it('is refused when it is a folder, a link to itself or a pipe, without waiting', async () => {
    mkdirSync(station.stationFile);
    expect((await station.load()).problems).toMatchObject([{ path: '$', reason: 'not-a-file' }]);
    rmSync(station.stationFile, { recursive: true });
    if (process.platform === 'win32') return;
    symlinkSync(station.stationFile, station.stationFile);
    expect((await station.load()).problems).toMatchObject([{ path: '$', reason: 'unreadable' }]);
    rmSync(station.stationFile);
    execFileSync('mkfifo', [station.stationFile]);
    expect((await station.load()).problems).toMatchObject([{ path: '$', reason: 'not-a-file' }]);
    expect((await station.load({ stationFile: '/dev/zero' })).problems).toMatchObject([
      { path: '$', reason: 'not-a-file' },
    ]);
    expect((await station.load({ stationFile: `${station.root}/a\0b` })).problems).toMatchObject([
      { path: '$', reason: 'unreadable' },
    ]);
  });
});

describe('a settings file from a common editor', () => {
  it.each([
    ['with a byte order mark', bytes([0xef, 0xbb, 0xbf], utf8(JSON.stringify(sound)))],
    [
      'in UTF-16, as PowerShell writes it',
      bytes([0xff, 0xfe], new Uint8Array(Buffer.from(JSON.stringify(sound), 'utf16le'))),
    ],
    ['with the line ends of Windows', JSON.stringify(sound, null, 2).replaceAll('\n', '\r\n')],
  ])('is read %s', async (_name, content) => {
    station.write(station.stationFile, content);
    const { settings, problems } = await station.load();
    expect([settings, problems]).toEqual([sound, []]);
  });

  it('may leave out what has a default: a length on endless paper, a gap', async () => {
    station.write(station.stationFile, {
      printers: [printer('a', { media: { kind: 'continuous', widthMm: 80 } })],
    });
    const { settings } = await station.load();
    expect(settings.printers[0]?.media).toEqual({
      kind: 'continuous',
      widthMm: 80,
      heightMm: null,
      gapMm: 0,
    });
  });
});

import { printerSetupJunk } from './printer-junk.ts';

const long = 'x'.repeat(1_000_000);
const deep = (levels: number): unknown => (levels === 0 ? {} : { a: deep(levels - 1) });
const circle: { self?: unknown } = {};
circle.self = circle;

/** A named value that no channel may accept. */
export type Junk = readonly [name: string, value: unknown];

/** Refused by every channel, whatever it expects. */
export const junkForAll: readonly Junk[] = [
  ['undefined', undefined],
  ['null', null],
  ['an empty list', []],
  ['a list of requests', [{}]],
  ['an empty text', ''],
  ['JSON text', '{}'],
  ['zero', 0],
  ['NaN', Number.NaN],
  ['true', true],
  ['a big integer', 7n],
  ['a symbol', Symbol('x')],
  ['a function', () => ({})],
  ['a date', new Date(0)],
  ['a map', new Map([['jobId', 'j-1']])],
  ['a set', new Set()],
  ['an error', new Error('x')],
  ['a regular expression', /x/],
  ['bytes', new Uint8Array(8)],
  ['a buffer', new ArrayBuffer(8)],
  ['a class instance', new URL('http://localhost')],
  ['an inherited request', Object.create({ jobId: 'j-1', holderId: 'h-1', text: 'x' })],
  ['an unknown key', { surprise: 1 }],
  ['a key of its own named __proto__', JSON.parse('{"__proto__":{"isAdmin":true}}')],
  ['a key named constructor', { constructor: { prototype: {} } }],
  ['a key named prototype', { prototype: {} }],
  ['a symbol key', { [Symbol('x')]: 1 }],
  ['a million items', Array.from({ length: 1_000_000 })],
  ['a million keys', Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`k${at}`, at]))],
  ['something deep', deep(5000)],
  ['something that holds itself', circle],
];

const junkForTexts: readonly unknown[] = [
  undefined,
  null,
  7,
  true,
  {},
  [],
  ['x'],
  long,
  new Date(0),
  { toString: () => 'j-1' },
];
const junkForIds: readonly unknown[] = [
  ...junkForTexts,
  '',
  '../../etc',
  '..',
  '.',
  '.hidden',
  '/etc/passwd',
  'C:\\Windows',
  'a/b',
  'a\\b',
  'a%2fb',
  'a b',
  'a\nb',
  'a\n',
  'a\0',
  'é',
  '‮txt',
  '__proto__',
  "' OR 1=1 --",
  'x'.repeat(129),
];
const junkForNumbers: readonly unknown[] = [
  undefined,
  null,
  '',
  '7',
  true,
  {},
  [],
  7n,
  Number.NaN,
  Infinity,
  -Infinity,
  new Date(0),
];
const junkForWholeRanges: readonly unknown[] = [...junkForNumbers, -1, 0, 1e9, 1.5];
const junkForBooleans: readonly unknown[] = [undefined, null, 0, 1, '', 'true', {}, []];
const junkForNames: readonly unknown[] = [
  ...junkForTexts,
  '',
  'unheard-of',
  'First-Badge',
  'constructor',
  'toString',
];
const junkForLifetimes: readonly unknown[] = [
  undefined,
  7,
  'standard',
  [],
  {},
  { kind: 'standard' },
  { kind: 'standard', hours: 8 },
  { kind: 'standard', days: 0 },
  { kind: 'standard', days: 396 },
  { kind: 'standard', days: 1.5 },
  { kind: 'standard', days: '365' },
  { kind: 'standard', days: Number.NaN },
  { kind: 'standard', days: 365, hours: 8 },
  { kind: 'temporary', hours: 0 },
  { kind: 'temporary', hours: 12.5 },
  { kind: 'temporary', hours: Infinity },
  { kind: 'eternal', days: 1 },
];

const junkForPurposes: readonly unknown[] = [
  undefined,
  null,
  'badge',
  [],
  {},
  { kind: 'badge' },
  { kind: 'badge', printerId: 'front' },
  { kind: 'badge', jobId: '../j-1' },
  { kind: 'badge', jobId: 'j-1', printerId: 'front' },
  { kind: 'test-page' },
  { kind: 'test-page', jobId: 'j-1' },
  { kind: 'spying', jobId: 'j-1' },
];

const junkForSources: readonly unknown[] = [
  undefined,
  null,
  'file',
  [],
  {},
  { kind: 'file', path: '/etc/passwd' },
  { kind: 'text' },
  { kind: 'text', text: '' },
  { kind: 'text', text: 'x'.repeat(24_001) },
  { kind: 'place', place: 'group', placeId: 'g-1' },
  { kind: 'place', place: 'planet', placeId: 'g-1', name: '' },
  { kind: 'place', place: 'group', placeId: '../g-1', name: '' },
  { kind: 'reports', of: 'somebody' },
  { kind: 'everybody' },
];
const wish = {
  kind: 'badge',
  withinDays: 30,
  lifetime: { kind: 'standard', days: 365 },
  printerId: 'front',
  slips: false,
};
const junkForWishes: readonly unknown[] = [
  undefined,
  null,
  'badge',
  [],
  {},
  { ...wish, kind: 'remove' },
  { ...wish, withinDays: -1 },
  { ...wish, withinDays: 396 },
  { ...wish, withinDays: 1.5 },
  { ...wish, withinDays: '30' },
  { ...wish, printerId: '../front' },
  { ...wish, slips: 'yes' },
  { ...wish, surprise: 1 },
  ...junkForLifetimes.map((lifetime) => ({ ...wish, lifetime })),
];
const junkForStates: readonly unknown[] = [
  undefined,
  null,
  'done',
  {},
  ['unheard-of'],
  [7],
  [['done']],
  Array.from({ length: 50 }, () => 'done'),
];

/** What no channel may accept in a field of this name. Throws for a field nobody thought about. */
export function junkForField(field: string): readonly unknown[] {
  if (field === 'printerId') return junkForIds.filter((junk) => junk !== null);
  if (field.endsWith('Id')) return junkForIds;
  const table = fields.get(field);
  if (table === undefined) throw new Error(`No junk for the field ${field}: add it to test/unit/ipc/junk.ts`);
  return table;
}

const fields: ReadonlyMap<string, readonly unknown[]> = new Map([
  ['text', junkForTexts],
  ['note', junkForTexts],
  ['scanned', junkForTexts],
  ['more', [...junkForTexts, '']],
  ['chooseAccount', junkForBooleans],
  ['setAside', junkForBooleans],
  ['someoneElse', junkForBooleans],
  ['filter', junkForNames],
  ['period', junkForNames],
  ['format', junkForNames],
  ['before', junkForIds.filter((junk) => junk !== null)],
  ['operation', junkForNames],
  ['answer', junkForNames],
  ['lifetime', junkForLifetimes],
  ['clickedAtMs', junkForNumbers],
  ['limit', junkForWholeRanges],
  ['aadsts', junkForWholeRanges],
  ['kind', junkForNames],
  ['by', junkForNames],
  ['purpose', junkForPurposes],
  ...printerSetupJunk,
  ['source', junkForSources],
  ['wish', junkForWishes],
  ['states', junkForStates],
  ['from', [...junkForNumbers, -1, 1e9, 1.5]],
  ['count', junkForWholeRanges],
]);

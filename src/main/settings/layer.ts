import type { z } from 'zod';
import type { PrinterConfig } from '../../shared/printing/printer.ts';
import { maxPrinters, printerSchema, valueSchemas } from '../../shared/settings/schema.ts';
import type { SettingsKey, SettingsValues } from '../../shared/settings/values.ts';
import { faultOf, jsonPath, parseForgiving, type Finding } from './findings.ts';

/** A printer of the list that cannot be used: where it stood, and its id if that much could be read. */
export interface BadPrinter {
  readonly index: number;
  readonly id: string | null;
}

/** What one source says, value by value. */
export interface Layer {
  readonly values: Partial<SettingsValues>;
  /** Values that are there but cannot be used. */
  readonly bad: ReadonlySet<SettingsKey>;
  readonly badPrinters: readonly BadPrinter[];
  readonly findings: readonly Finding[];
}

const keys = Object.keys(valueSchemas).filter((name): name is SettingsKey => name in valueSchemas);
const sections = new Set(
  keys.filter((key) => key.includes('.')).map((key) => key.slice(0, key.indexOf('.'))),
);

/** Reads the values of one source, each on its own: one bad value costs no other. Unknown keys are named and ignored. */
export function readLayer(raw: object): Layer {
  const values: { [K in SettingsKey]?: unknown } = {};
  const bad = new Set<SettingsKey>();
  const findings: Finding[] = [];
  let badPrinters: readonly BadPrinter[] = [];

  const take = (key: SettingsKey, value: unknown, path: readonly PropertyKey[]) => {
    if (key === 'printers') {
      const list = readPrinters(value);
      findings.push(...list.findings);
      badPrinters = list.bad;
      if (list.printers === null) bad.add(key);
      else values[key] = list.printers;
      return;
    }
    const schema: z.ZodType = valueSchemas[key];
    const read = parseForgiving(schema, value, path);
    findings.push(...read.findings);
    if (read.value === undefined) bad.add(key);
    else values[key] = read.value;
  };

  for (const [name, value] of Object.entries(raw)) {
    const key = keys.find((known) => known === name);
    if (key !== undefined) take(key, value, [name]);
    else if (sections.has(name)) readSection(name, value, take, bad, findings);
    else if (name !== '$schema')
      findings.push({ path: jsonPath([name]), reason: 'unknown-key', spoils: false });
  }
  // Each value went through the schema of its own key.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { values: values as Partial<SettingsValues>, bad, badPrinters, findings };
}

function readSection(
  name: string,
  section: unknown,
  take: (key: SettingsKey, value: unknown, path: readonly PropertyKey[]) => void,
  bad: Set<SettingsKey>,
  findings: Finding[],
): void {
  if (typeof section !== 'object' || section === null || Array.isArray(section)) {
    findings.push({ path: jsonPath([name]), reason: 'wrong-type', spoils: true });
    for (const key of keys) if (key.startsWith(`${name}.`)) bad.add(key);
    return;
  }
  for (const [leaf, value] of Object.entries(section)) {
    const key = keys.find((known) => known === `${name}.${leaf}`);
    if (key === undefined)
      findings.push({ path: jsonPath([name, leaf]), reason: 'unknown-key', spoils: false });
    else take(key, value, [name, leaf]);
  }
}

/** The list of printers, entry by entry. `printers` is null when there is no list at all. */
function readPrinters(value: unknown): {
  readonly printers: readonly PrinterConfig[] | null;
  readonly bad: readonly BadPrinter[];
  readonly findings: readonly Finding[];
} {
  const isTooLong = Array.isArray(value) && value.length > maxPrinters;
  if (!Array.isArray(value) || isTooLong) {
    const why = isTooLong
      ? ({ reason: 'too-many', max: maxPrinters } as const)
      : ({ reason: 'wrong-type' } as const);
    return { printers: null, bad: [], findings: [{ path: '$.printers', ...why, spoils: true }] };
  }
  const findings: Finding[] = [];
  const bad: BadPrinter[] = [];
  const printers: PrinterConfig[] = [];
  const ids = value.map(idOf);
  for (const [index, entry] of value.entries()) {
    const read = parseForgiving(printerSchema, entry, ['printers', index]);
    findings.push(...read.findings);
    const id = ids[index] ?? null;
    // Two printers of one name: taking the first would be a guess, so neither is taken.
    const isDouble = id !== null && ids.filter((other) => other === id).length > 1;
    if (isDouble) findings.push(faultOf(['printers', index, 'id'], 'duplicate-id'));
    if (read.value === undefined || isDouble) bad.push({ index, id });
    else printers.push(read.value);
  }
  return { printers, bad, findings };
}

function idOf(entry: unknown): string | null {
  const id: unknown = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : null;
  return typeof id === 'string' && id.length <= 64 ? id : null;
}

import { valueSchemas } from '../../shared/settings/schema.ts';
import {
  settingsSources,
  type SettingsKey,
  type SettingsSource,
  type SettingsValues,
} from '../../shared/settings/values.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { readLayer } from './layer.ts';
import { readSourceFile } from './raw-source.ts';

/** What a source said when it was last in order, and which file or key it was. */
export interface GoodLayer {
  readonly origin: string;
  readonly values: Partial<SettingsValues>;
}

export type LastGood = { readonly [S in SettingsSource]?: GoodLayer };

/** Version of the stored copy; another one is ignored, which costs no more than a fresh installation has. */
const version = 1;

/**
 * Reads the copy of the last good settings. Missing or damaged means there is none: it is a spare, not a source. Its
 * values pass the same checks as those of a file.
 */
export async function readLastGood(file: string): Promise<LastGood> {
  const raw = await readSourceFile(file);
  if (raw.kind !== 'read' || !('version' in raw.value) || raw.value.version !== version) return {};
  const good: { [S in SettingsSource]?: GoodLayer } = {};
  for (const source of settingsSources) {
    const layer: unknown = Reflect.get(raw.value, source);
    if (!isRecord(layer) || typeof layer['origin'] !== 'string' || !isRecord(layer['settings'])) continue;
    const read = readLayer(layer['settings']);
    if (read.badPrinters.length === 0) good[source] = { origin: layer['origin'], values: read.values };
  }
  return good;
}

/** Keeps a copy of the last good settings. Rejects when it cannot be written. */
export async function writeLastGood(file: string, good: LastGood): Promise<void> {
  const stored = Object.fromEntries(
    settingsSources.flatMap((source) => {
      const layer = good[source];
      return layer === undefined ? [] : [[source, { origin: layer.origin, settings: nest(layer.values) }]];
    }),
  );
  await writeFileAtomically(file, JSON.stringify({ version, ...stored }, null, 2));
}

/** Values by path, back in the shape of the settings file. */
export function nest(values: Partial<SettingsValues>): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const key of Object.keys(valueSchemas).filter((name): name is SettingsKey => name in values)) {
    const [section, leaf] = key.split('.');
    if (section === undefined) continue;
    if (leaf === undefined) nested[section] = values[key];
    else nested[section] = { ...(isRecord(nested[section]) ? nested[section] : {}), [leaf]: values[key] };
  }
  return nested;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

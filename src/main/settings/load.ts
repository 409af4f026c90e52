import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Log } from '../log/types.ts';
import { readLastGood, writeLastGood, type GoodLayer, type LastGood } from './last-good.ts';
import { mergeSettings, type LoadedSettings } from './merge.ts';
import type { PolicySource } from './policy-source.ts';
import { readSourceFile, type RawSource } from './raw-source.ts';
import { settle, type Settled } from './settle.ts';

export interface SettingsPlaces {
  /** Electron's user-data folder: holds what was set by hand and the copy of the last good settings. */
  readonly userDataDir: string;
  /** From `--station=FILE`; null when the station was started without it. */
  readonly stationFile: string | null;
  readonly policy: PolicySource;
  /** A packaged app takes no `tenant.endpoints`. */
  readonly isPackaged: boolean;
  readonly log: Log;
}

/** Settings made in the app itself. */
export const handFile = (userDataDir: string) => path.join(userDataDir, 'settings.json');
export const lastGoodFile = (userDataDir: string) => path.join(userDataDir, 'settings.last-good.json');

/**
 * Reads all settings: the policy wins over the file, the file over what was set by hand. Never fails: what cannot be
 * read is in `problems`, and its last good value is used.
 */
export async function loadSettings(places: SettingsPlaces): Promise<LoadedSettings> {
  const { userDataDir, stationFile, policy, isPackaged, log } = places;
  const spareFile = lastGoodFile(userDataDir);
  const [remembered, fromPolicy, fromFile, byHand] = await Promise.all([
    readLastGood(spareFile),
    policy.read(),
    readStationFile(stationFile),
    readSourceFile(handFile(userDataDir)),
  ]);
  const layers = [
    settle('policy', fromPolicy, remembered.policy, !isPackaged),
    settle('file', fromFile, remembered.file, !isPackaged),
    settle('hand', byHand, remembered.hand, !isPackaged),
  ];
  await remember(userDataDir, spareFile, remembered, layers, log);
  const loaded = mergeSettings(layers);
  for (const problem of loaded.problems) log.warn('settings.problem', { ...problem });
  return loaded;
}

/** The station file an argument list names, made absolute; null when it names none. The last one counts. */
export function stationFileFrom(argv: readonly string[], cwd: string): string | null {
  const prefix = '--station=';
  const argument = argv.findLast((text) => text.startsWith(prefix));
  return argument === undefined ? null : path.resolve(cwd, argument.slice(prefix.length));
}

/** A station file that was asked for and is not there is a fault, unlike a policy that is not there. */
async function readStationFile(file: string | null): Promise<RawSource> {
  if (file === null) return { kind: 'absent' };
  const raw = await readSourceFile(file);
  return raw.kind === 'absent' ? { kind: 'unreadable', origin: file, reason: 'not-found' } : raw;
}

async function remember(
  userDataDir: string,
  spareFile: string,
  remembered: LastGood,
  layers: readonly Settled[],
  log: Log,
): Promise<void> {
  const good: Record<string, GoodLayer> = {};
  for (const layer of layers) if (layer.good !== null) good[layer.source] = layer.good;
  if (isDeepStrictEqual(good, remembered)) return;
  try {
    await mkdir(userDataDir, { recursive: true });
    await writeLastGood(spareFile, good);
  } catch (thrown) {
    // The settings at hand are still good; only the spare is old.
    const errno = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
    log.warn('settings.last-good-not-kept', { errno });
  }
}

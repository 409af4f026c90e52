import { fail, type Failure } from '../result.ts';
import type { SettingsSource } from './values.ts';

/** What can be wrong with a source as a whole. */
export const sourceReasons = [
  'not-found',
  'not-a-file',
  'no-permission',
  'unreadable',
  'too-large',
  'wrong-encoding',
  'empty',
  'not-json',
  'not-an-object',
  'endpoints-packaged',
] as const;

/** Why the picture that `site.logo` names is left out. */
export const logoFaults = [
  'not-found',
  'not-a-file',
  'no-permission',
  'unreadable',
  'too-large',
  'empty',
  'not-a-png',
  'damaged',
  'blank',
  'holds-a-code',
  'elsewhere',
] as const;
export type LogoFault = (typeof logoFaults)[number];

/** What can be wrong with one value. */
export const valueReasons = [
  'missing',
  'wrong-type',
  'not-whole',
  'unknown-value',
  'out-of-range',
  'too-long',
  'too-short',
  'too-many',
  'malformed',
  'unknown-key',
  'duplicate-id',
  'unknown-printer',
  'practice-only',
  'not-a-png',
  'damaged',
  'blank',
  'holds-a-code',
  'elsewhere',
] as const;

export type SourceReason = (typeof sourceReasons)[number];
export type ValueReason = (typeof valueReasons)[number];

/** One thing that is wrong with the settings. It holds where and why, never what was written there. */
export interface SettingsProblem {
  readonly source: SettingsSource;
  /** JSON path, `$` for the whole file, e.g. `$.printers[1].address`. */
  readonly path: string;
  readonly reason: SourceReason | ValueReason;
  /** What is used instead: the last good value, or nothing of this source. */
  readonly instead: 'last-good' | 'nothing';
  /** Limits that were broken. */
  readonly min?: number;
  readonly max?: number;
  /** Where a file stops being JSON, both from 1. */
  readonly line?: number;
  readonly column?: number;
  /** The file or registry key, when the whole source is meant. */
  readonly origin?: string;
}

const ofSource: ReadonlySet<string> = new Set(sourceReasons);

/**
 * A problem as the failure the screen and the log know: `settings-unreadable` for a source as a whole,
 * `address-practice-only` for a printer that would leave badges in files, `settings-invalid` for the rest.
 */
export function problemFailure(problem: SettingsProblem): Failure {
  if (problem.reason === 'practice-only') return fail('address-practice-only', { ...problem }).failure;
  return fail(ofSource.has(problem.reason) ? 'settings-unreadable' : 'settings-invalid', { ...problem })
    .failure;
}

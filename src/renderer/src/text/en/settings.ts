import type { SourceReason, ValueReason } from '../../../../shared/settings/problems.ts';
import type { SettingsSource } from '../../../../shared/settings/values.ts';

const sources: Readonly<Record<SettingsSource, string>> = {
  policy: 'the policy of your organisation',
  file: 'the station file',
  hand: 'what was set by hand',
};

const reasons: Readonly<Record<SourceReason | ValueReason, string>> = {
  'not-found': 'it is not there',
  'not-a-file': 'it is not a file',
  'no-permission': 'this account may not read it',
  unreadable: 'it cannot be read',
  'too-large': 'it is too large',
  'wrong-encoding': 'it is not UTF-8 text',
  empty: 'it is empty',
  'not-json': 'it is not JSON',
  'not-an-object': 'it is JSON, but not an object',
  'endpoints-packaged': 'it names other servers, which only a test build may use',
  missing: 'it is missing',
  'wrong-type': 'it has another type than expected',
  'not-whole': 'it is not a whole number',
  'unknown-value': 'it is none of the known values',
  'out-of-range': 'it is out of range',
  'too-long': 'it is too long',
  'too-short': 'it is too short',
  'too-many': 'there are too many of them',
  malformed: 'it does not have the expected form',
  'unknown-key': 'this name is not known',
  'duplicate-id': 'the same id is used twice',
  'unknown-printer': 'it names a printer that is not set up',
  'practice-only': 'it is for practice only',
  'not-a-png': 'it is not a PNG picture',
  damaged: 'it is damaged',
  blank: 'it is blank',
  'holds-a-code': 'there is a QR code on it',
  elsewhere: 'it is not in the folder of this station',
};

/** Which setting cannot be used, and why. The path stays as it is written in the file. */
export const settings = {
  sources,
  reasons,
  /** `path` is a JSON path such as `$.defaults.standardDays`; `$` is the source as a whole. */
  value: (path: string, source: string, reason: string) => `${path} in ${source}: ${reason}.`,
  whole: (source: string, reason: string) => `${source}: ${reason}.`,
  range: (min: string, max: string) => `Allowed: ${min} to ${max}.`,
  place: (line: string, column: string) => `Line ${line}, column ${column}.`,
};

export type SettingsText = typeof settings;

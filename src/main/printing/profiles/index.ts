import type { PrinterProfile } from '../../../shared/printing/profile.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { brotherProfiles } from './brother.ts';
import { closeNames } from './close-names.ts';
import { dymoProfiles } from './dymo.ts';
import { epsonProfiles } from './epson.ts';
import { genericProfiles } from './generic.ts';
import { starProfiles } from './star.ts';
import { systemDriverProfiles } from './system-driver.ts';
import { tscProfiles } from './tsc.ts';
import { zebraProfiles } from './zebra.ts';

/** Every model we know, by maker. */
export const profiles: readonly PrinterProfile[] = [
  ...zebraProfiles,
  ...epsonProfiles,
  ...starProfiles,
  ...tscProfiles,
  ...brotherProfiles,
  ...dymoProfiles,
  ...genericProfiles,
  ...systemDriverProfiles,
];

const byId: ReadonlyMap<unknown, PrinterProfile> = new Map(profiles.map((profile) => [profile.id, profile]));

/** The profile with this id; `profile-unknown` names the ones that look like it. Never falls back to another model. */
export function findProfile(id: unknown): Result<PrinterProfile> {
  const profile = byId.get(id);
  if (profile !== undefined) return ok(profile);
  if (typeof id !== 'string') return fail('profile-unknown', { asked: typeof id, close: '' });
  const asked = id.slice(0, 80);
  const names = closeNames(
    asked,
    profiles.map((each) => each.id),
  );
  return fail('profile-unknown', { asked, close: names.join(', ') });
}

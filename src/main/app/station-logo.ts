import path from 'node:path';
import type { PageBadgeMaker } from '../badges/maker.ts';
import type { Log } from '../log/types.ts';
import type { LoadedSettings } from '../settings/merge.ts';
import type { LogoFault } from '../../shared/settings/problems.ts';
import { fail, type Failure } from '../../shared/result.ts';

export interface StationLogoParts {
  readonly badges: Pick<PageBadgeMaker, 'useLogo'>;
  readonly loaded: LoadedSettings;
  readonly userDataDir: string;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * Gives the site's logo to the badge maker; a bad one is named and left out, and badges print without it. Set by hand it
 * must lie in the station's own folder; a policy or a station file may name any file of this computer.
 */
export async function loadStationLogo({
  badges,
  loaded,
  userDataDir,
  log,
}: StationLogoParts): Promise<Failure | null> {
  const { logo } = loaded.settings.site;
  if (logo === '') return null;
  const source = loaded.decidedBy['site.logo'];
  const isWithin = !path.relative(userDataDir, logo).startsWith('..');
  const reason: LogoFault | null = source === 'hand' && !isWithin ? 'elsewhere' : await badges.useLogo(logo);
  if (reason === null) return null;
  const { failure } = fail('logo-unusable', { source, path: '$.site.logo', reason, instead: 'nothing' });
  log.warn('settings.problem', failure.facts);
  return failure;
}

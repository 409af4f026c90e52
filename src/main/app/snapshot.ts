import type { AppSnapshot } from '../../shared/ipc/views.ts';
import type { AsideView } from '../../shared/ipc/storage.ts';
import type { Failure } from '../../shared/result.ts';
import { toInstant } from '../../shared/ids.ts';
import type { MsalSession } from '../auth/msal-session.ts';
import type { ShownCode } from '../auth/types.ts';
import type { PrinterDoor } from '../printing/printer.ts';
import type { LoadedSettings } from '../settings/merge.ts';
import type { Spool } from '../spool/types.ts';
import { refusedTenant, type Tenant } from './tenant.ts';

/** What a station knows of itself, open or closed. */
interface SnapshotWorld {
  readonly version: string;
  readonly tenant: Tenant;
  readonly loaded: LoadedSettings;
  readonly locale: string;
  readonly timeZone: string;
}

/** What an open station has beyond its settings; a closed one has none of it. */
interface LiveParts {
  readonly session: MsalSession;
  readonly spool: Pick<Spool, 'sealState'>;
  readonly printers: PrinterDoor;
}

/** What is known of the ledger beside what an open one tells of itself. */
interface LedgerNews {
  /** Why it is not open; null when it is. */
  readonly failure: Failure | null;
  readonly aside: AsideView | null;
  /** The disk takes long; null when it does not. */
  readonly slow: Failure | null;
}

/** The station as the window may know it. `others` are troubles found after the settings were read. */
export function snapshotOf(
  world: SnapshotWorld,
  live: LiveParts | null,
  { failure, aside, slow }: LedgerNews,
  others: readonly Failure[] = [],
): AppSnapshot {
  const { settings, warnings, practiceReason } = world.loaded;
  const operator = live?.session.operator ?? null;
  const seal = live?.spool.sealState ?? 'memory';
  return {
    version: world.version,
    practice: world.tenant.kind !== 'real',
    practiceReason: refusedTenant(settings, world.tenant) ?? practiceReason,
    operator: operator === null ? null : { name: operator.name, username: operator.username },
    lock: null,
    signingIn: live?.session.signingIn ?? false,
    deviceCode: deviceCodeView(live?.session.deviceCode ?? null),
    keepsSignIn: live?.session.storage === 'encrypted',
    storage: { failure, seal, aside },
    siteName: settings.site.name,
    defaults: settings.defaults,
    routes: settings.routes,
    printers: live?.printers.list() ?? [],
    warnings: [...(slow === null ? [] : [slow]), ...warnings, ...others],
    locale: world.locale,
    timeZone: world.timeZone,
  };
}

function deviceCodeView(shown: ShownCode | null): AppSnapshot['deviceCode'] {
  if (shown === null) return null;
  const { userCode, verificationUri, expiresAtMs } = shown;
  return { code: userCode, address: verificationUri, expiresAt: toInstant(expiresAtMs) };
}

import path from 'node:path';
import { fail, type Failure } from '../../shared/result.ts';
import type { StationSettings, TenantEndpoints } from '../../shared/settings/values.ts';
import type { HttpDoor } from '../net/door.ts';
import { globalCloud } from '../net/clouds.ts';
import { practiceAddresses } from '../practice/directory.ts';
import { PracticeBrowser } from '../practice/browser.ts';
import { PracticeTenant } from '../practice/tenant.ts';
import { readPracticeState, writePracticeState } from './practice-state.ts';

/** Which sign-in service and which Graph the station works with. */
export interface Tenant {
  readonly kind: 'practice' | 'rehearsal' | 'real';
  readonly tenantId: string | null;
  readonly clientId: string;
  readonly authority: string;
  readonly protocol: 'entra' | 'oidc';
  readonly graphBase: string;
  readonly door: HttpDoor;
  readonly openBrowser: (url: string) => Promise<void>;
  /** The sign-in page that the window plays; practice tenant only. */
  readonly practiceBrowser: PracticeBrowser | null;
}

export interface TenantWorld {
  readonly userDataDir: string;
  readonly now: () => number;
  /** A door to these hosts and no others. */
  readonly doorTo: (hosts: readonly string[], caFile: string | undefined) => HttpDoor;
  readonly openBrowser: (url: string) => Promise<void>;
}

/**
 * The tenant to work with. `practiceOnly` holds the reason why a configured tenant may not be used (a runtime for tests);
 * a rehearsal against a fake tenant on this very machine is allowed even then.
 */
export function chooseTenant(
  settings: StationSettings,
  practiceOnly: Failure | null,
  world: TenantWorld,
): Tenant {
  const configured = settings.tenant;
  if (configured?.endpoints && isOnThisMachine(configured.endpoints)) {
    return rehearsal(configured, configured.endpoints, world);
  }
  if (configured === null || practiceOnly !== null) return practice(world);
  if (configured.endpoints) return rehearsal(configured, configured.endpoints, world);
  const hosts = [globalCloud.graphBase, globalCloud.loginBase].map((base) => new URL(base).host);
  return {
    kind: 'real',
    tenantId: configured.id,
    clientId: configured.clientId,
    authority: `${globalCloud.loginBase}/${configured.id}`,
    protocol: 'entra',
    graphBase: globalCloud.graphBase,
    door: world.doorTo(hosts, undefined),
    openBrowser: world.openBrowser,
    practiceBrowser: null,
  };
}

/** Why the configured tenant is not used; null when it is, or when none is configured. */
export function refusedTenant(settings: StationSettings, tenant: Tenant): Failure | null {
  if (settings.tenant === null || tenant.kind !== 'practice') return null;
  return fail('stand-in-practice-only').failure;
}

function rehearsal(
  configured: { readonly id: string; readonly clientId: string },
  endpoints: TenantEndpoints,
  world: TenantWorld,
): Tenant {
  const hosts = [endpoints.authority, endpoints.graph].map((base) => new URL(base).host);
  return {
    kind: 'rehearsal',
    tenantId: null,
    clientId: configured.clientId,
    authority: endpoints.authority,
    protocol: 'oidc',
    graphBase: endpoints.graph,
    door: world.doorTo(hosts, endpoints.caFile),
    openBrowser: world.openBrowser,
    practiceBrowser: null,
  };
}

function practice(world: TenantWorld): Tenant {
  const file = path.join(world.userDataDir, 'practice-tenant.json');
  const tenant = new PracticeTenant({
    now: world.now,
    save: (snapshot) => writePracticeState(file, snapshot),
  });
  tenant.restore(readPracticeState(file));
  const practiceBrowser = new PracticeBrowser(tenant);
  return {
    kind: 'practice',
    tenantId: practiceAddresses.tenantId,
    clientId: practiceAddresses.clientId,
    authority: practiceAddresses.authority,
    protocol: 'entra',
    graphBase: practiceAddresses.graphBase,
    door: tenant,
    openBrowser: practiceBrowser.open,
    practiceBrowser,
  };
}

function isOnThisMachine(endpoints: TenantEndpoints): boolean {
  return [endpoints.authority, endpoints.graph].every((base) => {
    const host = URL.canParse(base) ? new URL(base).hostname : '';
    return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
  });
}

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { practiceAddresses } from '../../src/main/practice/directory.ts';
import type { TenantSettings } from '../../src/shared/settings/values.ts';
import type { Addresses } from './addresses.ts';

/** The `tenant` part of a station file that works with a rehearsal server. */
export function rehearsalTenant(addresses: Addresses, caFile: string): TenantSettings {
  return {
    id: practiceAddresses.tenantId,
    clientId: practiceAddresses.clientId,
    endpoints: { authority: addresses.authority, graph: addresses.graph, caFile },
  };
}

/** A printer as the station file names it. */
export interface StationPrinter {
  readonly id: string;
  readonly name: string;
  readonly profile: string;
  readonly address: string;
  readonly media: object;
}

/**
 * Writes a station file that is ready to use, and answers with its path. Without printers it is one for looking around:
 * a printer is never guessed, and the on-screen one is the embedded practice tenant's alone.
 */
export function writeRehearsalStation(
  dir: string,
  tenant: TenantSettings,
  printers: readonly StationPrinter[] = [],
): string {
  const ids = printers.map(({ id }) => id);
  const file = path.join(dir, 'station.json');
  const station = {
    tenant,
    site: { name: 'Rehearsal', returnTo: 'Gate 2' },
    printers,
    routes: { badge: ids, temporary: ids, pinSlip: [] },
  };
  mkdirSync(dir, { recursive: true });
  writeFileSync(file, `${JSON.stringify(station, null, 2)}\n`);
  return file;
}

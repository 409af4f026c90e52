import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseTenant, refusedTenant, type TenantWorld } from '../../../src/main/app/tenant.ts';
import type { HttpDoor } from '../../../src/main/net/door.ts';
import { fail } from '../../../src/shared/result.ts';
import type { StationSettings, TenantSettings } from '../../../src/shared/settings/values.ts';

const closedDoor: HttpDoor = {
  send: () => Promise.resolve({ ok: false, trouble: { kind: 'offline', sent: 'no' } }),
};
const ids = { id: '11111111-1111-4111-8111-111111111111', clientId: '22222222-2222-4222-8222-222222222222' };
const standIn = fail('stand-in-practice-only').failure;

let userDataDir: string;
let doors: { hosts: readonly string[]; caFile: string | undefined }[];
let world: TenantWorld;

beforeEach(() => {
  userDataDir = mkdtempSync(path.join(tmpdir(), 'badge-station-tenant-'));
  doors = [];
  world = {
    userDataDir,
    now: () => Date.parse('2026-11-21T08:00:00Z'),
    doorTo: (hosts, caFile) => {
      doors.push({ hosts, caFile });
      return closedDoor;
    },
    openBrowser: () => Promise.resolve(),
  };
});

afterEach(() => rmSync(userDataDir, { recursive: true, force: true }));

const withTenant = (tenant: TenantSettings | null): StationSettings => ({
  tenant,
  site: { name: 'Site North', logo: '', returnTo: '' },
  defaults: { standardDays: 365, temporaryHours: 8, pinLength: 8 },
  printers: [],
  routes: { badge: [], temporary: [], pinSlip: [] },
  lock: { idleMinutes: 5 },
  retention: { unprintedHours: 72 },
});

describe('chooseTenant', () => {
  it('takes the practice tenant where none is configured, and opens no door for it', () => {
    const tenant = chooseTenant(withTenant(null), null, world);
    expect(tenant.kind).toBe('practice');
    expect(doors).toEqual([]);
    expect(refusedTenant(withTenant(null), tenant)).toBeNull();
  });

  it('reaches exactly the two hosts of the global cloud for a real tenant', () => {
    const tenant = chooseTenant(withTenant(ids), null, world);
    expect(tenant).toMatchObject({ kind: 'real', practiceBrowser: null, protocol: 'entra' });
    expect(tenant.authority).toBe(`https://login.microsoftonline.com/${ids.id}`);
    expect(doors).toEqual([
      { hosts: ['graph.microsoft.com', 'login.microsoftonline.com'], caFile: undefined },
    ]);
  });

  it('refuses a real tenant on a runtime for tests, and says why', () => {
    const settings = withTenant(ids);
    const tenant = chooseTenant(settings, standIn, world);
    expect(tenant.kind).toBe('practice');
    expect(refusedTenant(settings, tenant)?.code).toBe('stand-in-practice-only');
    expect(doors).toEqual([]);
  });

  it.each(['https://localhost:8443', 'https://127.0.0.1:8443', 'https://[::1]:8443'])(
    'lets a runtime for tests rehearse against %s',
    (base) => {
      const endpoints = { authority: base, graph: `${base}/v1.0`, caFile: '/ca.pem' };
      expect(chooseTenant(withTenant({ ...ids, endpoints }), standIn, world).kind).toBe('rehearsal');
      expect(doors).toEqual([{ hosts: [new URL(base).host, new URL(base).host], caFile: '/ca.pem' }]);
    },
  );

  it.each([
    ['https://login.example.com', 'https://localhost:8443/v1.0'],
    ['https://localhost:8443', 'https://graph.example.com/v1.0'],
    ['https://localhost.example.com', 'https://localhost:8443/v1.0'],
    ['https://127.0.0.1.example.com', 'https://127.0.0.1/v1.0'],
    ['not a url', 'https://localhost:8443'],
  ])('does not take %s and %s for this machine', (authority, graph) => {
    const tenant = chooseTenant(withTenant({ ...ids, endpoints: { authority, graph } }), standIn, world);
    expect(tenant.kind).toBe('practice');
  });
});

import { describe, expect, it } from 'vitest';
import type { CredentialState, Operation } from '../../../src/shared/credential/kinds.ts';
import { offersFor } from '../../../src/shared/credential/offers.ts';

const now = Date.parse('2026-11-21T08:00:00Z');
const code = (startsAt: string, expiresAt: string) => ({
  id: 'a1',
  startsAt,
  expiresAt,
  createdAt: null,
  lastUsedAt: null,
});
const active = code('2026-06-01T08:00:00Z', '2027-06-01T08:00:00Z');
const expired = code('2025-06-01T08:00:00Z', '2026-06-01T08:00:00Z');
const pin = { mustChange: false, updatedAt: null };
const state = (parts: Partial<CredentialState>): CredentialState => ({
  standard: null,
  temporary: null,
  pin,
  ...parts,
});
const person = { enabled: true, guest: false };

const offered = (credential: CredentialState | null, holder = person): Operation[] =>
  offersFor(holder, credential, now)
    .filter((offer) => offer.refused === null)
    .map((offer) => offer.operation);

const suggested = (credential: CredentialState | null): Operation | undefined =>
  offersFor(person, credential, now).find((offer) => offer.suggested)?.operation;

describe('offersFor', () => {
  it('offers only a first badge to somebody without the method', () => {
    expect(offered(null)).toEqual(['first-badge']);
    expect(suggested(null)).toBe('first-badge');
  });

  it('suggests a temporary code to somebody whose badge works', () => {
    expect(offered(state({ standard: active }))).toEqual([
      'replace',
      'temporary',
      'extend',
      'new-pin',
      'remove',
    ]);
    expect(suggested(state({ standard: active }))).toBe('temporary');
  });

  it('suggests a replacement when the badge has expired or was removed, and offers no extension then', () => {
    expect(offered(state({ standard: expired }))).toEqual(['replace', 'temporary', 'new-pin', 'remove']);
    expect(suggested(state({ standard: expired }))).toBe('replace');
    expect(suggested(state({}))).toBe('replace');
  });

  it('offers to end a temporary code only while one works', () => {
    expect(offered(state({ temporary: active }))).toContain('end-temporary');
    expect(offered(state({ temporary: expired }))).not.toContain('end-temporary');
  });

  it('offers no extension when 395 days from the start are nearly used up', () => {
    const old = code('2025-10-23T08:00:00Z', '2026-11-21T20:00:00Z');
    expect(offered(state({ standard: old }))).not.toContain('extend');
  });

  it('gives no new code to a disabled account or a guest, but still lets codes be ended', () => {
    const both = state({ standard: active, temporary: active });
    expect(offered(both, { enabled: false, guest: false })).toEqual(['end-temporary', 'remove']);
    expect(offered(both, { enabled: true, guest: true })).toEqual(['end-temporary', 'remove']);
    expect(offered(null, { enabled: false, guest: false })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { practiceAddresses } from '../../../src/main/practice/directory.ts';
import { selfId } from '../../../src/main/graph/types.ts';
import { toInstant } from '../../../src/shared/ids.ts';
import { practiceGraph } from '../../fakes/practice-graph.ts';

describe("a person's own change of the PIN (E12)", () => {
  it.each([
    ['40718529', '93150264', 204],
    ['40718520', '93150264', 400],
    ['40718529', '1234567', 400],
    ['40718529', '12121212', 400],
  ])('from %s to %s is answered with %i', async (currentPin, newPin, status) => {
    const { graph, tenant, clock, token } = practiceGraph();
    const dates = { startsAt: toInstant(clock.now()), expiresAt: toInstant(clock.now() + 86_400_000) };
    expect((await graph.createMethod(selfId, dates, '40718529')).outcome).toBe('done');
    const outcome = await tenant.send({
      method: 'PATCH',
      url: `${practiceAddresses.graphBase}/me/authentication/qrCodePinMethod/pin/updatePin`,
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ currentPin, newPin }),
      timeoutMs: 1000,
    });
    expect(outcome).toMatchObject({ ok: true, answer: { status } });
    const read = await graph.credential(selfId);
    expect(read.result).toMatchObject({ ok: true, value: { pin: { mustChange: status !== 204 } } });
  });
});

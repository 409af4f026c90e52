import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personWith } from '../../fakes/issuing/people.ts';
import { StationRig } from '../../fakes/issuing/rig.ts';
import { codeOf, must } from '../../fakes/spool-samples.ts';

let rig: StationRig;
beforeEach(async () => {
  rig = await StationRig.start();
});
afterEach(() => rig.close());

describe('the guard against captures', () => {
  it('is on before main answers with a PIN, and off when the window has hidden it', async () => {
    const holderId = personWith('standard').id;
    const plan = must(
      await rig.call('issue.plan', { holderId, operation: 'new-pin', lifetime: null, printerId: null }),
    );
    const { intentId } = must(await rig.call('issue.run', { planId: plan.planId, clickedAtMs: 0, note: '' }));
    await expect.poll(async () => must(await rig.call('issue.get', { intentId })).pinWaiting).toBe(true);
    const asked = rig.call('issue.revealPin', { intentId });
    expect(rig.captures).toEqual([true]);
    expect(must(await asked).pin).toMatch(/^\d{8,}$/);
    expect(rig.captures).toEqual([true]);
    must(await rig.call('issue.pinHidden', {}));
    expect(rig.captures).toEqual([true, false]);
  });

  it('does not stay on where there is no PIN to show', async () => {
    expect(codeOf(await rig.call('issue.revealPin', { intentId: 'i00000000000' }))).not.toBe('bug');
    expect(rig.captures).toEqual([true, false]);
  });
});

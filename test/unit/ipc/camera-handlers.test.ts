import { describe, expect, it } from 'vitest';
import { cameraHandlers, noCamera } from '../../../src/main/ipc/camera-handlers.ts';
import { CameraGate } from '../../../src/main/window/camera-gate.ts';
import { type JobState, jobStates } from '../../../src/shared/printing/job.ts';
import { ok } from '../../../src/shared/result.ts';
import type { JobRecord } from '../../../src/main/spool/types.ts';
import type { PrinterView } from '../../../src/shared/printing/printer.ts';

/** A station with one job and one printer. */
function station(state: JobState, paper: JobRecord['paper'] = 'badge') {
  const job = { id: 'j-1', paper, state } as JobRecord;
  const held = { job };
  const gate = new CameraGate(() => Promise.resolve('open'));
  const handlers = cameraHandlers({
    camera: gate,
    spool: { job: (id: string) => (id === 'j-1' ? held.job : null) },
    printers: { list: () => [{ id: 'front' } as PrinterView] },
  });
  return { handlers, gate, move: (next: JobState) => void (held.job = { ...job, state: next }) };
}

const badge = { purpose: { kind: 'badge', jobId: 'j-1' } } as const;

describe('camera.open', () => {
  it.each(jobStates)('for a badge that is %s', async (state) => {
    const { handlers, gate } = station(state);
    const reply = await handlers['camera.open'](badge);
    const isOpen = ['sent', 'confirmed', 'unsure'].includes(state);
    expect([reply.ok, gate.isWanted()]).toEqual([isOpen, isOpen]);
    if (!reply.ok) expect(reply.failure).toEqual({ code: 'transition-refused', facts: { state } });
  });

  it('holds only as long as the badge waits', async () => {
    const { handlers, gate, move } = station('sent');
    await handlers['camera.open'](badge);
    move('verified');
    expect(gate.isWanted()).toBe(false);
  });

  it('refuses a PIN slip, which carries no code', async () => {
    const { handlers, gate } = station('sent', 'pin-slip');
    expect(await handlers['camera.open'](badge)).toMatchObject({ ok: false });
    expect(gate.isWanted()).toBe(false);
  });

  it('refuses a badge and a printer that are not there', async () => {
    const { handlers, gate } = station('sent');
    const reply = await handlers['camera.open']({ purpose: { kind: 'badge', jobId: 'j-2' } });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'job-unknown' } });
    expect(
      await handlers['camera.open']({ purpose: { kind: 'test-page', printerId: 'back' } }),
    ).toMatchObject({ ok: false, failure: { code: 'printer-unknown' } });
    expect(gate.isWanted()).toBe(false);
  });

  it('opens for a known printer’s test page, until it is closed', async () => {
    const { handlers, gate } = station('queued');
    expect(await handlers['camera.open']({ purpose: { kind: 'test-page', printerId: 'front' } })).toEqual(
      ok('open'),
    );
    expect(gate.isWanted()).toBe(true);
    await handlers['camera.close']({});
    expect(gate.isWanted()).toBe(false);
  });

  it('is blocked in a station without a window', async () => {
    expect(await noCamera.open(() => true)).toBe('blocked');
    expect(noCamera.onRest(() => undefined)()).toBeUndefined();
  });
});

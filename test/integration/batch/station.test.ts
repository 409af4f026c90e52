import { afterEach, describe, expect, it } from 'vitest';
import { practiceHolders } from '../../../src/main/practice/directory.ts';
import type { BatchView } from '../../../src/shared/ipc/batch.ts';
import { badgeWish } from '../../fakes/batch/wishes.ts';
import { StationRig } from '../../fakes/issuing/rig.ts';
import { codeIdOf } from '../../fakes/issuing/site.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { must } from '../../fakes/spool-samples.ts';

const plain = practiceHolders.filter(
  ({ marks, enabled, guest, privileged }) => enabled && !guest && !privileged && marks.size === 0,
);
const text = (count: number): string => ['UPN', ...plain.slice(0, count).map(({ upn }) => upn)].join('\n');

let rig: StationRig;
afterEach(() => rig.close());

async function view(): Promise<BatchView | null> {
  return must(await rig.call('batch.get', {}));
}

async function rests(phase: BatchView['phase']): Promise<BatchView> {
  let last: BatchView | null = null;
  await eventually(`the list is ${phase}`, async () => (last = await view())?.phase === phase, 60_000);
  if (last === null) throw new Error('no list');
  return last;
}

async function usablePapers(holderId: string): Promise<number> {
  const active = rig.truth(holderId)?.standard?.id;
  return (await rig.papers()).filter((paper) => codeIdOf(paper) === active).length;
}

/** The whole app in plain Node, with real badges at a printer on a real socket. */
describe('a list at a whole station', { timeout: 120_000 }, () => {
  it('makes real badges, keeps single ones waiting, and pauses when the station is locked', async () => {
    rig = await StationRig.start();
    must(await rig.call('batch.read', { source: { kind: 'text', text: text(4) }, wish: badgeWish }));
    must(await rig.call('batch.start', {}));
    const single = await rig.call('issue.plan', {
      holderId: plain[9]?.id ?? '',
      operation: 'first-badge',
      lifetime: { kind: 'standard', days: 365 },
      printerId: 'front',
    });
    expect(single).toMatchObject({ ok: false, failure: { code: 'batch-running' } });
    must(await rig.call('lock.lock', {}));
    const paused = await rests('paused');
    expect(paused.pause?.why).toBe('locked');
    expect(paused.counts.waiting).toBeGreaterThan(0);
    must(await rig.call('batch.cancel', {}));
    expect((await view())?.phase).toBe('finished');
  });

  it('goes on after the power went, and everybody has one badge that works', async () => {
    rig = await StationRig.start();
    must(await rig.call('batch.read', { source: { kind: 'text', text: text(5) }, wish: badgeWish }));
    must(await rig.call('batch.start', {}));
    await eventually('two are served', async () => ((await view())?.counts.done ?? 0) >= 2, 60_000);
    rig.kill();
    await rig.boot();
    expect((await rests('paused')).pause?.why).toBe('restart');
    must(await rig.call('batch.resume', {}));
    await eventually(
      'the list ends',
      async () => {
        for (const job of (await view())?.ahead ?? []) {
          if (job.state !== 'unsure') continue;
          const came = (await rig.papers()).some(
            (paper) => codeIdOf(paper) === rig.truth(job.holderId)?.standard?.id,
          );
          must(await rig.call('jobs.answer', { jobId: job.id, answer: came ? 'yes' : 'no', note: 'looked' }));
        }
        return (await view())?.phase === 'finished';
      },
      60_000,
    );
    const { counts } = await rests('finished');
    expect(counts.done + counts.unsure).toBe(5);
    for (const { id } of plain.slice(0, counts.unsure === 0 ? 5 : 0)) expect(await usablePapers(id)).toBe(1);
    expect(rig.canaries.findInText(rig.logLines.join('\n'))).toEqual([]);
  });
});

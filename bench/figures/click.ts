import { practiceHolders } from '../../src/main/practice/directory.ts';
import { StationRig } from '../../test/fakes/issuing/rig.ts';
import { PracticeStation, tokenOf } from '../../test/fakes/practice-station.ts';
import { ZplPrinterSim } from '../../test/fakes/tcp-printers.ts';
import { besidePeer, median } from '../measure.ts';
import { printPlainly } from '../peers/plain-script.ts';
import type { FigureGroup } from '../types.ts';

/**
 * From the press of "Issue and print" to the last byte at a TCP printer, with a Graph that answers at once: the whole
 * station (intent, seal, ledger, page, decode proof, status questions) against a script without any of it.
 */
export const click: FigureGroup = {
  name: 'click',
  async measure({ quick }) {
    // One busy answer: the end of each label is seen, so that the next does not wait for proof of the one before.
    const rig = await StationRig.start({ printer: { busyAnswers: 1 } });
    const plain = new PracticeStation();
    const printer = await ZplPrinterSim.start({ busyAnswers: 0 });
    const token = await tokenOf(await plain.signedIn());
    const ordinary = practiceHolders.filter(
      ({ enabled, guest, privileged, marks }) =>
        enabled && !guest && !privileged && [...marks].every((mark) => mark === 'photo'),
    );
    const rounds = Math.min(quick ? 2 : 20, ordinary.length);
    const [ours, theirs]: [number[], number[]] = [[], []];
    try {
      for (const { id } of ordinary.slice(0, rounds)) {
        ours.push(await issue(rig, id));
        const began = performance.now();
        await printPlainly(plain, token, id, printer.server.port);
        theirs.push(performance.now() - began);
      }
    } finally {
      await rig.close();
      plain.remove();
      await printer.close();
    }
    // The first of each loads what the others find loaded.
    const peer = { name: 'a script: PUT, qrcode, canvas, zpl-image, socket', value: median(theirs.slice(1)) };
    return [besidePeer('click.lastByte', 'ms', median(ours.slice(1)), peer, 1.5)];
  },
};

async function issue(rig: StationRig, holderId: string): Promise<number> {
  const plan = await rig.call('issue.plan', {
    holderId,
    operation: 'first-badge',
    lifetime: { kind: 'standard', days: 300 },
    printerId: 'front',
  });
  if (!plan.ok || !plan.value.ready) throw new Error(`Not ready for ${holderId}`);
  const complete = new Promise<number>((resolve) => {
    rig.sim.onMoment = (moment) => {
      if (moment === 'complete') resolve(performance.now());
    };
  });
  const began = performance.now();
  const run = await rig.call('issue.run', { planId: plan.value.planId, clickedAtMs: Date.now(), note: '' });
  if (!run.ok) throw new Error(`Not issued: ${run.failure.code}`);
  const took = (await complete) - began;
  const { intentId } = run.value;
  await rig.call('issue.revealPin', { intentId });
  await rig.call('issue.handOver', { intentId });
  await quiet(rig);
  return took;
}

/** Until the printer has answered for the label, so that the next click finds it idle. */
async function quiet(rig: StationRig): Promise<void> {
  for (;;) {
    const open = await rig.call('jobs.open', {});
    if (!open.ok) throw new Error(open.failure.code);
    if (open.value.every(({ state }) => !['queued', 'sending', 'sent'].includes(state))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

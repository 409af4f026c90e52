import { randomInt } from 'node:crypto';
import path from 'node:path';
import type { Failure, Result } from '../../shared/result.ts';
import { fail } from '../../shared/result.ts';
import type { JobView } from '../../shared/printing/job.ts';
import type { PageBadgeMaker } from '../badges/maker.ts';
import { PrinterSetup } from '../printer-setup/printer-setup.ts';
import { RollBook } from '../printer-setup/roll-book.ts';
import { discover, usualLooks } from '../printing/discovery/discover.ts';
import type { PrinterDoor } from '../printing/printer.ts';
import { profiles } from '../printing/profiles/index.ts';
import { writeFileAtomically } from '../settings/atomic-file.ts';
import type { LiveSettings } from '../settings/live-settings.ts';
import type { Spool } from '../spool/types.ts';
import type { StationWorld } from './station-world.ts';

export interface PrinterSetupWorld {
  readonly world: StationWorld;
  readonly live: LiveSettings;
  readonly printers: PrinterDoor;
  readonly spool: Spool;
  readonly badges: Pick<PageBadgeMaker, 'shaper'>;
  readonly moveBadge: (jobId: string, printerId: string, note: string) => Promise<Result<JobView>>;
  readonly operatorName: () => string | null;
}

/** The Printers screen's use cases, joined with this station. */
export interface PrinterSetupRoom {
  readonly setup: PrinterSetup;
  /** Rolls that are nearly used up, for the window's list of notices. */
  readonly warnings: () => readonly Failure[];
  /** Lets what is to be stored get to the disk. */
  readonly stop: () => Promise<void>;
}

/** Letters and digits that are not taken for each other on paper. */
const nonceLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export function makePrinterSetup(parts: PrinterSetupWorld): PrinterSetupRoom {
  const { world, live, printers, spool } = parts;
  const { devices, events, log } = world;
  const changed = (): void => {
    events.send('printers', {});
    events.send('snapshot', {});
  };
  const rolls = new RollBook({
    file: path.join(world.userDataDir, 'rolls.json'),
    write: writeFileAtomically,
    onChange: changed,
    onFault: (what) => log.warn('printing.rolls-not-kept', { what }),
  });
  rolls.skip(spool.openJobs());
  const stop = spool.onChange((jobId) => {
    const job = spool.job(jobId);
    if (job !== null) rolls.noteJob(job);
  });
  const looks =
    devices === undefined
      ? []
      : usualLooks(devices.startHelper, devices.platform ?? process.platform, devices.cups);
  const setup = new PrinterSetup({
    settings: live,
    printers,
    spool,
    discover: () => discover(looks, profiles),
    moveBadge: parts.moveBadge,
    shaper: () => parts.badges.shaper(),
    rolls,
    newNonce: () => Array.from({ length: 6 }, () => nonceLetters[randomInt(nonceLetters.length)]).join(''),
    operatorName: parts.operatorName,
    onChanged: () => {
      printers.configure(live.current.printers);
      changed();
    },
  });
  return {
    setup,
    warnings: () =>
      rolls.low().flatMap((printerId) => {
        const config = printers.config(printerId);
        const left = rolls.roll(printerId)?.left ?? 0;
        return config === null ? [] : [fail('labels-low', { printer: config.name, left }).failure];
      }),
    async stop() {
      stop();
      await rolls.idle();
    },
  };
}

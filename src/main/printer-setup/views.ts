import type { ModelView, PrinterSetupView, PrintersSetupView } from '../../shared/ipc/printer-setup.ts';
import type { JobState } from '../../shared/printing/job.ts';
import { dotsToMm } from '../../shared/printing/media.ts';
import type { PrinterConfig } from '../../shared/printing/printer.ts';
import type { PrinterProfile } from '../../shared/printing/profile.ts';
import { profiles } from '../printing/profiles/index.ts';
import { parseAddress } from '../printing/transports/address.ts';
import { abilitiesOf, canDarken } from './abilities.ts';
import type { SetupPorts } from './types.ts';

/** States in which a paper still needs its printer. */
export const needsPrinter: ReadonlySet<JobState> = new Set(['queued', 'sending', 'held', 'unsure']);

export function setupView(ports: SetupPorts): PrintersSetupView {
  const { settings } = ports;
  const { current } = settings;
  const waiting = new Map<string, number>();
  for (const { printerId, state } of ports.spool.openJobs())
    if (needsPrinter.has(state)) waiting.set(printerId, (waiting.get(printerId) ?? 0) + 1);
  return {
    printers: current.printers.map((config) => printerView(config, ports, waiting.get(config.id) ?? 0)),
    routes: current.routes,
    locked: {
      printers: settings.lockedBy('printers'),
      routes: {
        badge: settings.lockedBy('routes.badge'),
        temporary: settings.lockedBy('routes.temporary'),
        pinSlip: settings.lockedBy('routes.pinSlip'),
      },
    },
  };
}

/** Of a printer whose profile is unknown, or whose address cannot be read, nothing is promised. */
function printerView(config: PrinterConfig, ports: SetupPorts, waiting: number): PrinterSetupView {
  const profile = ports.printers.profile(config.id);
  const address = parseAddress(config.address);
  const isKnown = profile !== null && address.ok;
  return {
    id: config.id,
    profileId: config.profile,
    address: config.address,
    turned: config.turned ?? false,
    calibration: config.calibration ?? null,
    canDarken: isKnown && canDarken(profile, address.value.kind),
    abilities: isKnown
      ? abilitiesOf(profile, address.value.kind)
      : { link: 'maybe', isAsked: false, strongest: 'sent', completion: 'none' },
    roll: ports.rolls.roll(config.id),
    waiting,
  };
}

export function modelViews(): readonly ModelView[] {
  return profiles.map(modelView);
}

function modelView({ id, maker, name, language, dpi, cutter, process, headDots }: PrinterProfile): ModelView {
  return { id, maker, name, language, dpi, cutter, process, headMm: Math.round(dotsToMm(headDots, dpi)) };
}

import type { NewPrinter, PrinterChange } from '../../shared/ipc/printer-setup.ts';
import type { PrinterConfig } from '../../shared/printing/printer.ts';
import { type PrintKind, printKinds } from '../../shared/printing/routes.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { LiveChange, LiveKey } from '../settings/live-settings.ts';
import { addressOf, forModel } from './place.ts';
import { newPrinterId } from './new-id.ts';
import type { SetupPorts } from './types.ts';

export type FoundAddress = (foundId: string) => string | null;

/** Where a kind's route stands in the settings. */
export function routeKey(kind: PrintKind): LiveKey {
  return `routes.${kind}`;
}

/**
 * Adds a printer. Nothing is stored unless model, address and media fit each other; whether it answers is another
 * question (`printers.check`). It becomes the usual printer of a kind that had none but the on-screen one, else a
 * stand-by: adding a printer must not send badges to another desk.
 */
export async function addPrinter(
  ports: SetupPorts,
  foundAddress: FoundAddress,
  { name, profileId, place, media, kinds }: NewPrinter,
): Promise<Result<{ readonly printerId: string }>> {
  const found = addressOf(place, null, foundAddress);
  if (!found.ok) return found;
  const address = forModel(found.value, profileId);
  const { printers, routes } = ports.settings.current;
  const taken = new Set([
    ...printers.map((printer) => printer.id),
    ...ports.spool.openJobs().map((job) => job.printerId),
  ]);
  const id = newPrinterId(name, taken);
  const config: PrinterConfig = { id, name: name.trim(), profile: profileId, address, media };
  const sound = ports.printers.judge(config);
  if (!sound.ok) return sound;
  const onScreen = new Set(
    printers.filter((printer) => printer.address === 'screen:').map((printer) => printer.id),
  );
  const joined = (route: readonly string[]): readonly string[] =>
    route.every((other) => onScreen.has(other)) ? [id, ...route] : [...route, id];
  const change: Partial<Record<LiveKey, unknown>> = { printers: [...printers, config] };
  for (const kind of kinds) change[routeKey(kind)] = joined(routes[kind]);
  const stored = await store(ports, change);
  if (!stored.ok) return stored;
  note(ports, 'printer-added', { printer: id, profile: profileId, address });
  return ok({ printerId: id });
}

/** Changes a printer. Its id stays, so papers that wait for it find it again. */
export async function changePrinter(
  ports: SetupPorts,
  foundAddress: FoundAddress,
  change: PrinterChange,
): Promise<Result<null>> {
  const { printers } = ports.settings.current;
  const before = printers.find(({ id }) => id === change.printerId);
  if (before === undefined) return fail('printer-unknown', { printerId: change.printerId });
  const found = addressOf(change.place, before.address, foundAddress);
  if (!found.ok) return found;
  const { turned: _turned, calibration: _calibration, ...rest } = before;
  const after: PrinterConfig = {
    ...rest,
    name: change.name.trim(),
    profile: change.profileId,
    address: forModel(found.value, change.profileId),
    media: change.media,
    ...(change.turned ? { turned: true } : {}),
    ...(change.calibration === null ? {} : { calibration: change.calibration }),
  };
  const sound = ports.printers.judge(after);
  if (!sound.ok) return sound;
  const stored = await store(ports, { printers: printers.map((each) => (each === before ? after : each)) });
  if (!stored.ok) return stored;
  note(ports, 'printer-changed', { printer: after.id, profile: after.profile, address: after.address });
  return ok(null);
}

/** Says which printers a kind goes to, the usual one first, the others in the order in which they stand by. */
export async function routeKind(
  ports: SetupPorts,
  kind: PrintKind,
  printerIds: readonly string[],
): Promise<Result<null>> {
  const known = new Set(ports.settings.current.printers.map(({ id }) => id));
  const stranger = printerIds.find((id) => !known.has(id));
  if (stranger !== undefined) return fail('printer-unknown', { printerId: stranger });
  const stored = await store(ports, { [routeKey(kind)]: printerIds });
  if (!stored.ok) return stored;
  note(ports, 'route-changed', { kind, printers: printerIds.join(', ') });
  return ok(null);
}

/** Takes a printer out of the list and of every route. */
export async function dropPrinter(ports: SetupPorts, printerId: string): Promise<Result<null>> {
  const { printers, routes } = ports.settings.current;
  const change: Partial<Record<LiveKey, unknown>> = {
    printers: printers.filter(({ id }) => id !== printerId),
  };
  for (const kind of printKinds)
    if (routes[kind].includes(printerId))
      change[routeKey(kind)] = routes[kind].filter((id) => id !== printerId);
  const stored = await store(ports, change);
  if (!stored.ok) return stored;
  ports.rolls.set(printerId, null);
  note(ports, 'printer-removed', { printer: printerId });
  return ok(null);
}

/** Stores and uses a change. */
export async function store(
  ports: SetupPorts,
  change: Partial<Record<LiveKey, unknown>>,
): Promise<Result<void>> {
  // Each value was made for its key just above; the settings check them once more before they are written.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const stored = await ports.settings.change(change as LiveChange);
  if (stored.ok) ports.onChanged();
  return stored;
}

/** Who changed what, in the record beside the badges: where they went must be known later. */
export function note(
  ports: Pick<SetupPorts, 'spool' | 'operatorName'>,
  event: string,
  facts: Readonly<Record<string, string | number | null>>,
): void {
  const operator = ports.operatorName();
  ports.spool.audit(event, facts, operator === null ? {} : { operator });
}

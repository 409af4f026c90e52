import type { PrinterSetupView, PrintersSetupView } from '../../../../shared/ipc/printer-setup.ts';
import type { EventName } from '../../../../shared/ipc/contract.ts';
import type { PrinterView } from '../../../../shared/printing/printer.ts';
import { type PrintKind, printKinds } from '../../../../shared/printing/routes.ts';
import { type Reading, useReading } from '../../api/use-reading.ts';

const events: readonly EventName[] = ['printers', 'snapshot', 'job'];
const never: readonly EventName[] = [];

/** How printers are set up, kept up to date. */
export const useSetup = (): Reading<'printerSetup.view'> => useReading('printerSetup.view', events);
/** The models that can be chosen; they do not change. */
export const useModels = (): Reading<'printerSetup.models'> => useReading('printerSetup.models', never);

/** A printer with both of its views. */
export interface SetPrinter {
  readonly view: PrinterView;
  readonly setup: PrinterSetupView;
}

/** Printers that both readings know. Right after a change one may be ahead of the other. */
export function setPrinters(views: readonly PrinterView[], setup: PrintersSetupView): readonly SetPrinter[] {
  return setup.printers.flatMap((each) => {
    const view = views.find(({ id }) => id === each.id);
    return view === undefined ? [] : [{ view, setup: each }];
  });
}

/** What a printer is used for. */
export function usesOf(
  printerId: string,
  routes: PrintersSetupView['routes'],
): { readonly usual: readonly PrintKind[]; readonly standBy: readonly PrintKind[] } {
  return {
    usual: printKinds.filter((kind) => routes[kind][0] === printerId),
    standBy: printKinds.filter((kind) => routes[kind].indexOf(printerId) > 0),
  };
}

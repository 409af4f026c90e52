import type { Channel, ReplyOf } from '../../shared/ipc/contract.ts';
import { fail, ok } from '../../shared/result.ts';
import type { DeviceCodeSession } from '../auth/types.ts';
import type { PrinterSetup } from '../printer-setup/printer-setup.ts';
import type { HandlersOf } from './handler-types.ts';

export interface PrinterSetupParts {
  readonly session: Pick<DeviceCodeSession, 'operator'>;
  readonly printerSetup: Pick<PrinterSetup, keyof PrinterSetup>;
}

type SetupChannel = Extract<Channel, `printerSetup.${string}`>;

/**
 * SECURITY: printer-address (docs/security.md). Where badges go is decided by somebody whose name is in the record: without
 * a sign-in nothing of this is answered, and a locked station answers none of it either (lock/locked-channels.ts).
 */
export function printerSetupHandlers({
  session,
  printerSetup,
}: PrinterSetupParts): HandlersOf<'printerSetup'> {
  const signedIn = async <C extends SetupChannel>(
    work: () => Promise<ReplyOf<C>> | ReplyOf<C>,
  ): Promise<ReplyOf<C> | ReturnType<typeof fail>> =>
    session.operator === null ? fail('not-signed-in') : work();
  return {
    'printerSetup.view': () => signedIn<'printerSetup.view'>(() => ok(printerSetup.view())),
    'printerSetup.models': () => signedIn<'printerSetup.models'>(() => ok(printerSetup.models())),
    'printerSetup.discover': () => signedIn<'printerSetup.discover'>(() => printerSetup.discover()),
    'printerSetup.add': (printer) => signedIn<'printerSetup.add'>(() => printerSetup.add(printer)),
    'printerSetup.change': (change) => signedIn<'printerSetup.change'>(() => printerSetup.change(change)),
    'printerSetup.remove': ({ printerId, moveTo }) =>
      signedIn<'printerSetup.remove'>(() => printerSetup.remove(printerId, moveTo)),
    'printerSetup.route': ({ kind, printerIds }) =>
      signedIn<'printerSetup.route'>(() => printerSetup.route(kind, printerIds)),
    'printerSetup.roll': ({ printerId, roll }) =>
      signedIn<'printerSetup.roll'>(() => printerSetup.roll(printerId, roll)),
    'printerSetup.testPage': ({ printerId, darkness }) =>
      signedIn<'printerSetup.testPage'>(() => printerSetup.testPage(printerId, darkness)),
    'printerSetup.scanTest': ({ printerId, scanned }) =>
      signedIn<'printerSetup.scanTest'>(() => printerSetup.scanTest(printerId, scanned)),
    'printerSetup.learn': ({ printerId, measured }) =>
      signedIn<'printerSetup.learn'>(() => printerSetup.learn(printerId, measured)),
  };
}

import type { PortStatus } from '../../types.ts';
import { type DeviceId, deviceIdLimit, parseDeviceIdAnswer } from '../device-id.ts';
import { within } from '../wait.ts';
import type { UsbDevice } from './library.ts';
import type { PrinterInterface } from './pick.ts';

/** Requests of the printer class (USB Printing Devices 1.1, 4.2). */
const getDeviceId = 0;
const getPortStatus = 1;

/**
 * Bits of GET_PORT_STATUS (4.2.2). Many devices answer 0x18 whatever happens, so a clean answer proves nothing.
 */
const notError = 0x08;
const selected = 0x10;
const paperEmpty = 0x20;

/** Asks for the device id on a claimed interface; works while the data way is stuck. Null = no answer. */
export async function readDeviceId(
  device: UsbDevice,
  way: PrinterInterface,
  timeoutMs: number,
): Promise<DeviceId | null> {
  const answer = await ask(device, way, getDeviceId, deviceIdLimit, timeoutMs);
  return answer === null || answer.length < 2 ? null : parseDeviceIdAnswer(answer);
}

export async function readPortStatus(
  device: UsbDevice,
  way: PrinterInterface,
  timeoutMs: number,
): Promise<PortStatus | null> {
  const answer = await ask(device, way, getPortStatus, 1, timeoutMs);
  const status = answer?.[0];
  return status === undefined ? null : portStatusFromByte(status);
}

/** Also the byte that usblp hands out by LPGETSTATUS. */
export function portStatusFromByte(status: number): PortStatus {
  if ((status & paperEmpty) !== 0) return { reasons: ['media-empty'] };
  if ((status & selected) === 0) return { reasons: ['offline'] };
  if ((status & notError) === 0) return { reasons: ['printer-fault'] };
  return { reasons: [] };
}

async function ask(
  device: UsbDevice,
  way: PrinterInterface,
  request: number,
  length: number,
  timeoutMs: number,
): Promise<Uint8Array | null> {
  // GET_DEVICE_ID: wValue = configuration index, wIndex = interface << 8 | alternate. GET_PORT_STATUS: wIndex = interface.
  const isId = request === getDeviceId;
  const setup = {
    requestType: 'class',
    recipient: 'interface',
    request,
    value: isId ? way.configurationIndex : 0,
    index: isId ? (way.interfaceNumber << 8) | way.alternate : way.interfaceNumber,
  } as const;
  try {
    const { data, status } = await within(
      device.controlTransferIn(setup, length, timeoutMs),
      timeoutMs + 500,
    );
    if (status !== 'ok' || !data) return null;
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  } catch {
    return null;
  }
}

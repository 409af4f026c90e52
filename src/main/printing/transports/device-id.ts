/** What a printer says of itself by IEEE 1284 device id; empty strings and lists where it says nothing. */
export interface DeviceId {
  readonly maker: string;
  readonly model: string;
  /** Command languages as the printer spells them, e.g. `ESC/POS`, `ZPL`, `EPL2`. */
  readonly commands: readonly string[];
  readonly serial: string;
}

/** Longest id read; real ones have 60 to 400 characters. */
export const deviceIdLimit = 4096;

/** Long and short spellings of the keys (IEEE 1284-2000, 7.6). */
const keys: ReadonlyMap<string, keyof DeviceId> = new Map([
  ['MFG', 'maker'],
  ['MANUFACTURER', 'maker'],
  ['MDL', 'model'],
  ['MODEL', 'model'],
  ['CMD', 'commands'],
  ['COMMAND SET', 'commands'],
  ['SN', 'serial'],
  ['SERN', 'serial'],
  ['SERIALNUMBER', 'serial'],
]);

/**
 * Reads the answer to GET_DEVICE_ID: two bytes of length, then the text (USB Printing Devices 1.1, 4.2.1).
 * The length should be big-endian and count itself; some devices send it short, little-endian or without the two,
 * and Linux's own gadget under-reports it. So it is not used: the text ends at the first NUL or the last byte.
 */
export function parseDeviceIdAnswer(answer: Uint8Array): DeviceId {
  const body = answer.subarray(2, deviceIdLimit);
  const end = body.indexOf(0);
  return parseDeviceId(Buffer.from(end === -1 ? body : body.subarray(0, end)).toString('latin1'));
}

/** Reads the text alone, as Linux shows it in `ieee1284_id`. Never throws; what is not understood is left out. */
export function parseDeviceId(text: string): DeviceId {
  const found = { maker: '', model: '', commands: [] as readonly string[], serial: '' };
  for (const part of text.slice(0, deviceIdLimit).split(';')) {
    const colon = part.indexOf(':');
    if (colon === -1) continue;
    const key = keys.get(part.slice(0, colon).trim().toUpperCase());
    const value = printable(part.slice(colon + 1));
    if (key === undefined || value === '') continue;
    if (key === 'commands') {
      if (found.commands.length === 0) found.commands = splitCommands(value);
    } else if (found[key] === '') {
      found[key] = value;
    }
  }
  return found;
}

const splitCommands = (value: string): readonly string[] =>
  value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, 32);

/** Device ids are ASCII; anything else would only disturb a log or a screen. */
const printable = (value: string): string =>
  value
    .replaceAll(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 200);

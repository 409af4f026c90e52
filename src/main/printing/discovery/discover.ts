import type { CupsServer } from '../transports/cups/cups-server.ts';
import type { StartHelper } from '../transports/helper/helper-process.ts';
import { lookAtCups, lookAtLp, lookAtSerial, lookAtUsb, lookAtWindows } from './looks.ts';
import { suggestProfile } from './suggest.ts';
import type { FoundPrinter, Look, Profiles, Sighting } from './types.ts';

/** Time for each place; they are looked at side by side. */
const lookLimitMs = 5000;

/** Where to look on this system, the best way to a printer first. */
export function usualLooks(
  startHelper: StartHelper,
  platform: NodeJS.Platform = process.platform,
  cups?: CupsServer,
): readonly Look[] {
  if (platform === 'win32') return [lookAtWindows(startHelper), lookAtSerial()];
  const lp = platform === 'linux' ? [lookAtLp()] : [];
  return [lookAtUsb(), ...lp, cups === undefined ? lookAtCups() : lookAtCups(() => cups), lookAtSerial()];
}

/**
 * Lists what is plugged in or set up, each device once, with the profile that fits. Prints nothing, changes nothing;
 * a USB printer that nobody holds is asked for its device id.
 */
export async function discover(
  looks: readonly Look[],
  profiles: Profiles,
  timeoutMs = lookLimitMs,
): Promise<readonly FoundPrinter[]> {
  const sightings = (await Promise.all(looks.map((look) => look(timeoutMs)))).flat();
  const devices = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const same = devices.get(sighting.deviceKey);
    if (same) same.push(sighting);
    else devices.set(sighting.deviceKey, [sighting]);
  }
  return [...devices.values()].flatMap((same) => {
    const found = join(same, sightings, profiles);
    return found ? [found] : [];
  });
}

function join(same: readonly Sighting[], all: readonly Sighting[], profiles: Profiles): FoundPrinter | null {
  const [first, ...others] = same;
  if (!first) return null;
  const deviceId = same.find((one) => one.deviceId !== null)?.deviceId ?? null;
  const named = same.find((one) => one.deviceId !== null) ?? first;
  return {
    address: first.address,
    otherAddresses: others.map((one) => one.address),
    name: named.name,
    deviceId,
    suggestion: deviceId ? suggestProfile(deviceId, profiles) : suggestFromName(first, profiles),
    sharedWithQueue: queueOn(first, all),
  };
}

/** A queue is often named after its printer; only a model's name counts. */
function suggestFromName(sighting: Sighting, profiles: Profiles): FoundPrinter['suggestion'] {
  if (!sighting.address.startsWith('queue:')) return null;
  return suggestProfile({ maker: '', model: sighting.name, commands: [] }, profiles);
}

/** The queue whose device address names this USB device's serial number. */
function queueOn({ address }: Sighting, all: readonly Sighting[]): string | null {
  const serial = /^usb:[^:]+:[^:]+:(.+)$/.exec(address)?.[1];
  if (serial === undefined) return null;
  return all.find((one) => one.queueSerial === serial)?.address ?? null;
}

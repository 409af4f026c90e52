import path from 'node:path';
import { caFileIn, certificatesIn } from './certificates.ts';
import { ControlServer } from './control-server.ts';
import type { TenantOptions } from './options.ts';
import { rehearsalTenant, writeRehearsalStation } from './station-file.ts';
import { TenantServer } from './tenant-server.ts';

export { readOptions, usage } from './options.ts';

/** A rehearsal that is open for business. */
export interface Rehearsal {
  readonly stationFile: string;
  /** What to tell the person who started it. */
  readonly words: string;
  close(): Promise<void>;
}

/** Starts the practice tenant as a server, with its control door and a station file that leads to it. */
export async function startRehearsal(options: TenantOptions, cwd: string): Promise<Rehearsal> {
  const dir = path.resolve(cwd, options.dir);
  const server = await TenantServer.start({
    certificates: certificatesIn(dir, Date.now()),
    port: options.port,
    crowd: options.people,
    ...(options.stateFile === null ? {} : { stateFile: path.resolve(cwd, options.stateFile) }),
  });
  server.faults.set(options.faults);
  if (options.lagMs > 0) server.faults.lagMs = options.lagMs;
  await server.applyOnline();
  const control = await ControlServer.start(server, options.controlPort).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const tenant = rehearsalTenant(server.addresses, caFileIn(dir));
  const stationFile = writeRehearsalStation(dir, tenant);
  const words = [
    `Graph      ${server.addresses.graph}`,
    `Sign-in    ${server.addresses.authority}`,
    `Authority  ${caFileIn(dir)}`,
    `Control    ${control.address}/state`,
    `Station    ${stationFile}`,
    '',
    JSON.stringify({ tenant }, null, 2),
    '',
    `Open the app with: npm start -- --station=${stationFile}`,
    'End with Ctrl-C.',
  ].join('\n');
  return {
    stationFile,
    words,
    async close() {
      await Promise.all([server.close(), control.close()]);
    },
  };
}

import { execFile } from 'node:child_process';
import path from 'node:path';
import { parseSource, readSourceFile, type RawSource } from './raw-source.ts';

/** Where an administrator's settings come from; they win over everything else. */
export interface PolicySource {
  read(): Promise<RawSource>;
}

/** Runs a program of the system and gives its exit code and output; `code` is null when it could not be run. */
export type RunProgram = (
  file: string,
  args: readonly string[],
) => Promise<{ readonly code: number | null; readonly stdout: Uint8Array }>;

/** Where each system keeps the policy. Paths are passed in, so that tests can use others. */
export interface PolicyPlace {
  readonly platform: NodeJS.Platform;
  readonly linuxFile?: string;
  readonly macPlist?: string;
  readonly windowsKey?: string;
  readonly run?: RunProgram;
}

export const linuxPolicyFile = '/etc/badge-station/policy.json';
/** Written by the profile a device management service installs. */
export const macPolicyPlist = '/Library/Managed Preferences/org.badge-station.app.plist';
/** Not under `Policies\\Microsoft`: Intune refuses to bring its own settings there. */
export const windowsPolicyKey = 'HKLM\\SOFTWARE\\Policies\\BadgeStation';

/** The policy source of this system. */
export function policySource(place: PolicyPlace): PolicySource {
  const run = place.run ?? runProgram;
  if (place.platform === 'win32')
    return { read: () => readRegistry(run, place.windowsKey ?? windowsPolicyKey) };
  if (place.platform === 'darwin') return { read: () => readPlist(run, place.macPlist ?? macPolicyPlist) };
  return { read: () => readSourceFile(place.linuxFile ?? linuxPolicyFile) };
}

/**
 * The registry value `Settings` (REG_SZ) holds the settings as JSON. `reg query` writes in the console's code page, so
 * the JSON must be plain ASCII, with other characters as \\uXXXX; anything else is refused rather than garbled.
 *
 * Untried on a real managed Windows; the shape of the output is from the documentation of `reg query`.
 */
async function readRegistry(run: RunProgram, key: string): Promise<RawSource> {
  const program = path.win32.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
  const { code, stdout } = await run(program, ['query', key, '/v', 'Settings']);
  const origin = `${key}\\Settings`;
  if (code === null) return { kind: 'unreadable', origin, reason: 'unreadable' };
  // `reg query` ends with 1 when the key or the value is not there.
  if (code !== 0) return { kind: 'absent' };
  if (stdout.some((byte) => byte > 0x7e)) return { kind: 'unreadable', origin, reason: 'wrong-encoding' };
  const value = /^\s+Settings\s+REG_(?:EXPAND_)?SZ\s+(?<json>.*?)\s*$/m.exec(
    new TextDecoder().decode(stdout),
  );
  if (value === null) return { kind: 'unreadable', origin, reason: 'not-an-object' };
  return parseSource(new TextEncoder().encode(value.groups?.['json'] ?? ''), origin);
}

/**
 * The managed preferences are a property list with the same keys as the settings file.
 *
 * Untried on a real managed Mac; `plutil` options are from its manual page.
 */
async function readPlist(run: RunProgram, plist: string): Promise<RawSource> {
  const exists = await run('/bin/test', ['-e', plist]);
  if (exists.code === 1) return { kind: 'absent' };
  const { code, stdout } = await run('/usr/bin/plutil', ['-convert', 'json', '-o', '-', plist]);
  return code === 0
    ? parseSource(stdout, plist)
    : { kind: 'unreadable', origin: plist, reason: 'unreadable' };
}

const runProgram: RunProgram = (file, args) =>
  new Promise((resolve) => {
    const options = {
      encoding: 'buffer',
      timeout: 5000,
      maxBuffer: 2 * 1024 * 1024,
      windowsHide: true,
    } as const;
    execFile(file, [...args], options, (error, stdout) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ code, stdout });
    });
  });

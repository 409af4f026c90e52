import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

// Each run gets a temp folder of its own to leave things in, so that what stays behind is seen.
const temp = mkdtempSync(path.join(tmpdir(), 'badge-with-desktop-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

const script = path.resolve('scripts/with-desktop.mjs');
const env = { ...process.env, TMPDIR: temp };
const inside = (code: string) => [script, process.execPath, '-e', code];

/** What stayed behind: services (each has the temp folder in its command line, by number) and folders. */
function leftovers(): string[] {
  const services = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandLine(pid).includes(temp));
  return [...services, ...readdirSync(temp)];
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // It has ended meanwhile.
  }
}

describe.runIf(process.platform === 'linux')('with-desktop', () => {
  it('gives the command a display, a bus and a home of its own', () => {
    const wanted = ['DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'HOME'];
    const code = `console.log(JSON.stringify(${JSON.stringify(wanted)}.map((name) => process.env[name])))`;
    const { stdout, status } = spawnSync(process.execPath, inside(code), { env, encoding: 'utf8' });
    const [display, bus, runtimeDir, home]: string[] = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(display).toMatch(/^:\d+$/);
    for (const place of [bus, runtimeDir, home]) expect(place).toContain(temp);
  });

  it('gives it a keyring that is unlocked', () => {
    const question = [
      '--session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets/aliases/default',
      'org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Locked',
    ];
    const args = [script, 'dbus-send', ...question.join(' ').split(' ')];
    const { stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    expect(stdout).toMatch(/boolean false/);
  });

  it.each([
    ['its number', 'process.exit(7)', 7],
    ['128 + the signal that killed it', 'process.kill(process.pid, "SIGKILL")', 137],
  ])('ends as the command ended: %s', (_, code, expected) => {
    expect(spawnSync(process.execPath, inside(code), { env }).status).toBe(expected);
    expect(leftovers()).toEqual([]);
  });

  it('says so when there is no such command, and tidies up', () => {
    expect(spawnSync(process.execPath, [script, 'no-such-command'], { env }).status).toBe(127);
    expect(leftovers()).toEqual([]);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'stops the command and tidies up on %s',
    async (signal) => {
      const child = spawn(process.execPath, inside('console.log("up"); setInterval(() => {}, 1000)'), {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      child.kill(signal);
      await once(child, 'exit');
      expect(leftovers()).toEqual([]);
    },
  );

  it('leaves no service behind even when it is killed itself', async () => {
    const child = spawn(process.execPath, inside('console.log("up"); setTimeout(() => {}, 300)'), {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    // The kernel ends the services; the folder nobody could remove any more.
    await expect
      .poll(() => leftovers().filter((entry) => /^\d+$/.test(entry)), { timeout: 8000 })
      .toEqual([]);
    for (const folder of readdirSync(temp)) rmSync(path.join(temp, folder), { recursive: true, force: true });
  });
});

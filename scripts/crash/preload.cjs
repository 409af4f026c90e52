// Loaded into the app before its own code (`electron -r`), after Playwright's start-up file. Nothing of it is in the
// product; it arranges the world around it for the crash harness.
const { app, shell } = require('electron');
const { writeFileSync } = require('node:fs');

const pidFile = process.env['BADGE_CRASH_PID_FILE'] ?? '';

// Playwright asks for a key store that is none; secrets have to survive the kill.
for (const name of ['password-store', 'use-mock-keychain']) app.commandLine.removeSwitch(name);

// Each life begins some minutes after the last one ended, without anybody waiting for them.
const aheadMs = Number(process.env['BADGE_CRASH_AHEAD_MS'] ?? 0);
const RealDate = Date;
const now = () => RealDate.now() + aheadMs;
globalThis.Date = new Proxy(RealDate, {
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  apply: () => new RealDate(now()).toString(),
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
});

// The system browser: the address is left for the harness, which is the person in front of it.
shell.openExternal = async (url) => writeFileSync(`${pidFile}.url`, url);

// Tells the harness whom to kill: Playwright says so only once the app is up.
writeFileSync(pidFile, String(process.pid));

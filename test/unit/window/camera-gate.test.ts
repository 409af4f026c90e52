import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { CameraGate, systemCameraAccess } from '../../../src/main/window/camera-gate.ts';
import type { CameraAccess } from '../../../src/shared/ipc/camera.ts';

const always = () => true;
const openSystem = () => Promise.resolve<CameraAccess>('open');

class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter();
}

/** A gate with everything it watches, and how often it told the page. */
function watched() {
  const gate = new CameraGate(openSystem);
  const [window, power] = [new FakeWindow(), new EventEmitter()];
  const told = { times: 0 };
  gate.onShut(() => void (told.times += 1));
  gate.watch(window, power);
  return { gate, window, power, told };
}

describe('the camera gate', () => {
  it('is shut until somebody opens it, and shut again when they close it', async () => {
    const { gate, told } = watched();
    expect(gate.isWanted()).toBe(false);
    expect(await gate.open(always)).toBe('open');
    expect(gate.isWanted()).toBe(true);
    gate.close();
    expect([gate.isWanted(), told.times]).toEqual([false, 0]);
  });

  it('asks each time whether the reason still holds', async () => {
    const { gate } = watched();
    let isJobThere = true;
    await gate.open(() => isJobThere);
    expect(gate.isWanted()).toBe(true);
    isJobThere = false;
    expect(gate.isWanted()).toBe(false);
  });

  it.each(['hide', 'minimize', 'closed'])(
    'shuts and tells the page when the window says %s',
    async (event) => {
      const { gate, window, told } = watched();
      await gate.open(always);
      window.emit(event);
      expect([gate.isWanted(), told.times]).toEqual([false, 1]);
      window.emit(event);
      expect(told.times).toBe(1);
    },
  );

  it.each(['did-start-navigation', 'render-process-gone'])('shuts when the page says %s', async (event) => {
    const { gate, window } = watched();
    await gate.open(always);
    window.webContents.emit(event);
    expect(gate.isWanted()).toBe(false);
  });

  it.each(['lock-screen', 'suspend'])('shuts when the system says %s', async (event) => {
    const { gate, power } = watched();
    await gate.open(always);
    power.emit(event);
    expect(gate.isWanted()).toBe(false);
  });

  it('stays shut when the system refuses', async () => {
    const gate = new CameraGate(() => Promise.resolve<CameraAccess>('blocked'));
    expect(await gate.open(always)).toBe('blocked');
    expect(gate.isWanted()).toBe(false);
  });

  it('stays shut when the system answers after the step was left', async () => {
    let answer: (access: CameraAccess) => void = () => undefined;
    const gate = new CameraGate(() => new Promise((resolve) => (answer = resolve)));
    const opening = gate.open(always);
    gate.close();
    answer('open');
    await opening;
    expect(gate.isWanted()).toBe(false);
  });

  it('stays shut when the window went away during the question, though nothing was open yet', async () => {
    let answer: (access: CameraAccess) => void = () => undefined;
    const gate = new CameraGate(() => new Promise((resolve) => (answer = resolve)));
    const opening = gate.open(always);
    gate.shut();
    answer('open');
    await opening;
    expect(gate.isWanted()).toBe(false);
  });

  it('listens no longer than asked', async () => {
    const { gate } = watched();
    let times = 0;
    gate.onShut(() => void (times += 1))();
    await gate.open(always);
    gate.shut();
    expect(times).toBe(0);
  });
});

describe('the system’s own answer', () => {
  const says = (status: string, asked = true) => ({
    getMediaAccessStatus: () => status,
    askForMediaAccess: () => Promise.resolve(asked),
  });

  it.each<[NodeJS.Platform, string, boolean, CameraAccess]>([
    ['linux', 'denied', false, 'open'],
    ['win32', 'granted', true, 'open'],
    ['win32', 'unknown', true, 'open'],
    ['win32', 'denied', true, 'blocked'],
    ['win32', 'not-determined', false, 'open'],
    ['darwin', 'granted', false, 'open'],
    ['darwin', 'denied', true, 'blocked'],
    ['darwin', 'restricted', true, 'blocked'],
    ['darwin', 'not-determined', true, 'open'],
    ['darwin', 'not-determined', false, 'blocked'],
  ])('on %s, %s, a person who would say %s: %s', async (platform, status, asked, access) => {
    expect(await systemCameraAccess(platform, says(status, asked))).toBe(access);
  });

  it('is left to the camera where the system cannot be asked', async () => {
    expect(await systemCameraAccess('darwin', {})).toBe('open');
  });
});

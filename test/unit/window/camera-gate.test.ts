import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { CameraGate, systemCameraAccess } from '../../../src/main/window/camera-gate.ts';
import type { CameraAccess } from '../../../src/shared/ipc/camera.ts';

const always = () => true;
const openSystem = () => Promise.resolve<CameraAccess>('open');

class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter();
}

/** A gate with everything it watches, and what it told the page. */
function watched() {
  const gate = new CameraGate(openSystem);
  const [window, power] = [new FakeWindow(), new EventEmitter()];
  const told: ('rest' | 'wake')[] = [];
  gate.onRest((rests) => told.push(rests ? 'rest' : 'wake'));
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
    expect([gate.isWanted(), told]).toEqual([false, []]);
  });

  it('asks each time whether the reason still holds', async () => {
    const { gate } = watched();
    let isJobThere = true;
    await gate.open(() => isJobThere);
    expect(gate.isWanted()).toBe(true);
    isJobThere = false;
    expect(gate.isWanted()).toBe(false);
  });

  it.each([
    ['window', 'hide', 'show'],
    ['window', 'minimize', 'restore'],
    ['power', 'lock-screen', 'unlock-screen'],
    ['power', 'suspend', 'resume'],
  ] as const)('rests when the %s says %s, and may be asked for again at %s', async (who, away, back) => {
    const { gate, told, ...parts } = watched();
    await gate.open(always);
    parts[who].emit(away);
    expect([gate.isWanted(), told]).toEqual([false, ['rest']]);
    parts[who].emit(away);
    expect(told).toEqual(['rest']);
    parts[who].emit(back);
    parts[who].emit(back);
    // Open it is only when the page has asked again.
    expect([gate.isWanted(), told]).toEqual([false, ['rest', 'wake']]);
  });

  it('says nothing to a page that did not use it', () => {
    const { window, told } = watched();
    window.emit('hide');
    window.emit('show');
    expect(told).toEqual([]);
  });

  it.each(['did-start-navigation', 'render-process-gone'])('ends when the page says %s', async (event) => {
    const { gate, window, told } = watched();
    await gate.open(always);
    window.webContents.emit(event);
    window.emit('show');
    // The page that comes next knows nothing of it.
    expect([gate.isWanted(), told]).toEqual([false, []]);
  });

  it('ends with the window', async () => {
    const { gate, window } = watched();
    await gate.open(always);
    window.emit('closed');
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
    gate.rest();
    answer('open');
    await opening;
    expect(gate.isWanted()).toBe(false);
  });

  it('listens no longer than asked', async () => {
    const { gate } = watched();
    let times = 0;
    gate.onRest(() => void (times += 1))();
    await gate.open(always);
    gate.rest();
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

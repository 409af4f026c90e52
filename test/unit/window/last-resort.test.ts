import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Log } from '../../../src/main/log/types.ts';
import {
  faultExitCode,
  installLastResort,
  type LastResortOptions,
} from '../../../src/main/window/last-resort.ts';

/** App, dialog and process in one: what they are told is kept in `did`. */
class FakeStation extends EventEmitter {
  readonly did: string[] = [];
  readonly lines: { event: string; facts: object }[] = [];
  ready = true;
  choice = 0;
  unattended = false;
  dialogFails = false;

  install(): this {
    const write = (event: string, facts: object = {}) => void this.lines.push({ event, facts });
    const log: Log = { debug: write, info: write, warn: write, error: write };
    const options = {
      app: this,
      dialog: this,
      process: this,
      log,
      newIncident: () => 'incident-1',
      unattended: this.unattended,
    };
    installLastResort(options as unknown as LastResortOptions);
    return this;
  }
  /** Resolves when the app was told to end. */
  async ended(cause: () => void): Promise<readonly string[]> {
    const exit = once(this, 'ended');
    cause();
    await exit;
    return this.did;
  }
  isReady(): boolean {
    return this.ready;
  }
  relaunch(): void {
    this.did.push('relaunch');
  }
  exit(code: number): void {
    this.did.push(`exit ${code}`);
    this.emit('ended');
  }
  showErrorBox(_title: string, content: string): void {
    this.did.push(`box ${content.includes('incident-1')}`);
  }
  async showMessageBox(box: { detail: string }): Promise<{ response: number }> {
    if (this.dialogFails) throw new Error('no display');
    this.did.push(`ask ${box.detail.includes('incident-1')}`);
    return { response: this.choice };
  }
}

const exits = `exit ${faultExitCode}`;

describe('installLastResort', () => {
  it.each([
    ['an uncaught exception', 'uncaughtException', [new Error('x')]],
    ['an unhandled rejection', 'unhandledRejection', [new Error('x')]],
    ['a rejection with no error', 'unhandledRejection', [undefined]],
    ['a page whose process crashed', 'render-process-gone', [{}, {}, { reason: 'crashed', exitCode: 5 }]],
    ['a page that ran out of memory', 'render-process-gone', [{}, {}, { reason: 'oom', exitCode: 5 }]],
  ])('logs %s, names the incident and offers to start again', async (_name, event, args) => {
    const station = new FakeStation().install();
    expect(await station.ended(() => station.emit(event, ...args))).toEqual(['ask true', 'relaunch', exits]);
    expect(station.lines).toMatchObject([{ facts: { incident: 'incident-1' } }]);
  });

  it('ends without starting again when told so', async () => {
    const station = new FakeStation();
    station.choice = 1;
    station.install();
    expect(await station.ended(() => station.emit('uncaughtException', new Error('x')))).toEqual([
      'ask true',
      exits,
    ]);
  });

  it('asks nobody where nobody sits in front', async () => {
    const station = new FakeStation();
    station.unattended = true;
    station.install();
    expect(await station.ended(() => station.emit('uncaughtException', new Error('x')))).toEqual([exits]);
  });

  it('shows the fault plainly when it happens before there are windows', async () => {
    const station = new FakeStation();
    station.ready = false;
    station.install();
    expect(await station.ended(() => station.emit('uncaughtException', new Error('x')))).toEqual([
      'box true',
      exits,
    ]);
  });

  it('ends all the same when the dialog fails', async () => {
    const station = new FakeStation();
    station.dialogFails = true;
    station.install();
    expect(await station.ended(() => station.emit('uncaughtException', new Error('x')))).toEqual([exits]);
  });

  it('asks once, however many faults come, and logs each', async () => {
    const station = new FakeStation().install();
    const did = await station.ended(() => {
      for (let at = 0; at < 5; at += 1) station.emit('unhandledRejection', new Error('x'));
    });
    expect(did.filter((line) => line.startsWith('ask'))).toHaveLength(1);
    expect(station.lines).toHaveLength(5);
  });

  it('writes no secret of an error to the log', async () => {
    const station = new FakeStation().install();
    await station.ended(() =>
      station.emit('uncaughtException', new Error('ms-qrpin:v1|a@b|c|canary and "canary" and 48213097')),
    );
    expect(JSON.stringify(station.lines)).not.toMatch(/canary|48213097/);
  });

  it('takes a page that ends with the app, or by itself, for no fault', () => {
    const station = new FakeStation().install();
    station.emit('render-process-gone', {}, {}, { reason: 'clean-exit', exitCode: 0 });
    station.emit('before-quit');
    station.emit('render-process-gone', {}, {}, { reason: 'killed', exitCode: 9 });
    expect(station.did).toEqual([]);
  });

  it('leaves a helper process to Chromium, which starts it again', () => {
    const station = new FakeStation().install();
    station.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 });
    expect([station.did, station.lines.length]).toEqual([[], 1]);
  });
});

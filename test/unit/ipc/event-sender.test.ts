import { describe, expect, it } from 'vitest';
import { createEventSender, type EventTarget } from '../../../src/main/ipc/event-sender.ts';
import { noLog } from '../../../src/main/log/types.ts';
import { eventWire } from '../../../src/shared/ipc/wire.ts';

class FakeWindow implements EventTarget {
  readonly got: unknown[] = [];
  readonly mood: 'alive' | 'destroyed' | 'crashed' | 'closing';
  constructor(mood: 'alive' | 'destroyed' | 'crashed' | 'closing' = 'alive') {
    this.mood = mood;
  }
  isDestroyed(): boolean {
    return this.mood === 'destroyed';
  }
  isCrashed(): boolean {
    if (this.mood === 'destroyed') throw new TypeError('Object has been destroyed');
    return this.mood === 'crashed';
  }
  send(wire: string, detail: unknown): void {
    if (this.mood !== 'alive') throw new TypeError('Object has been destroyed');
    this.got.push([wire, detail]);
  }
}

describe('createEventSender', () => {
  it('reaches every living window, also behind dead ones', () => {
    const windows = [
      new FakeWindow('destroyed'),
      new FakeWindow('crashed'),
      new FakeWindow('closing'),
      new FakeWindow(),
      new FakeWindow(),
    ];
    createEventSender(() => windows, noLog).send('job', { jobId: 'j-1' });
    expect(windows.map((window) => window.got)).toEqual([
      [],
      [],
      [],
      [[eventWire('job'), { jobId: 'j-1' }]],
      [[eventWire('job'), { jobId: 'j-1' }]],
    ]);
  });

  it('asks for the windows each time', () => {
    const windows: FakeWindow[] = [];
    const events = createEventSender(() => windows, noLog);
    events.send('printers', {});
    windows.push(new FakeWindow());
    events.send('snapshot', {});
    expect(windows[0]?.got).toEqual([[eventWire('snapshot'), {}]]);
  });
});

import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { startUrl } from '../../../src/main/window/scheme.ts';
import { TrustedSenders } from '../../../src/main/window/trusted-senders.ts';

class FakeContents extends EventEmitter {
  readonly id: number;
  constructor(id: number) {
    super();
    this.id = id;
  }
}

const top = { url: startUrl, parent: null };

describe('TrustedSenders', () => {
  it('trusts the top frame of a known window on our page', () => {
    const senders = new TrustedSenders();
    senders.add(new FakeContents(7));
    expect(senders.isTrusted({ sender: { id: 7 }, senderFrame: top })).toBe(true);
  });

  it.each([
    ['another window', { sender: { id: 8 }, senderFrame: top }],
    ['a frame inside', { sender: { id: 7 }, senderFrame: { url: startUrl, parent: top } }],
    ['a frame that is gone', { sender: { id: 7 }, senderFrame: null }],
    [
      'a known window on another page',
      { sender: { id: 7 }, senderFrame: { url: 'https://example.com/', parent: null } },
    ],
    [
      'a known window on an empty page',
      { sender: { id: 7 }, senderFrame: { url: 'about:blank', parent: null } },
    ],
    ['a known window that has not loaded yet', { sender: { id: 7 }, senderFrame: { url: '', parent: null } }],
    [
      'a known window on a local file',
      { sender: { id: 7 }, senderFrame: { url: 'file:///app/index.html', parent: null } },
    ],
  ])('does not trust %s', (_name, event) => {
    const senders = new TrustedSenders();
    senders.add(new FakeContents(7));
    expect(senders.isTrusted(event)).toBe(false);
  });

  it('forgets a window when it is destroyed', () => {
    const senders = new TrustedSenders<FakeContents>();
    const contents = new FakeContents(7);
    senders.add(contents);
    expect([...senders.contents()]).toEqual([contents]);
    contents.emit('destroyed');
    expect(senders.isTrusted({ sender: { id: 7 }, senderFrame: top })).toBe(false);
    expect([...senders.contents()]).toEqual([]);
  });
});

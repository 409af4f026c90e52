import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cupsHygiene, preserveJobFiles } from '../../../src/main/printing/transports/cups/hygiene.ts';
import { decodeAnswer, texts, truth, whole } from '../../../src/main/printing/transports/cups/ipp-decode.ts';
import { encodeRequest } from '../../../src/main/printing/transports/cups/ipp-encode.ts';
import { reasonOfSentence, reasonsOf } from '../../../src/main/printing/transports/cups/printer-reasons.ts';
import { deviceIsThere } from '../../../src/main/printing/transports/cups/reachable.ts';
import { Sink } from '../../fakes/printing/sink.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');

/** An answer written by hand after RFC 8010: success, one job group with id 147 and state 5. */
const answer = hex(`
  0200 0000 00000001
  01 47 0012 617474726962757465732d63686172736574 0005 7574662d38
  02 21 0006 6a6f622d6964 0004 00000093
     23 0009 6a6f622d7374617465 0004 00000005
     44 0011 6a6f622d73746174652d726561736f6e73 0004 6e6f6e65
     44 0000 0004 6d6f7265
     13 0012 74696d652d61742d70726f63657373696e67 0000
  04 22 0004 666c6167 0001 01
  03`);

describe('IPP', () => {
  it('encodes a request byte for byte as RFC 8010 has it', () => {
    const bytes = encodeRequest(
      {
        operation: 'cancelJob',
        attributes: [
          ['integer', 'job-id', 147],
          ['keyword', 'requested-attributes', ['a', 'bc']],
          ['boolean', 'purge-job', true],
        ],
      },
      7,
    );
    const expected = hex(`
      0200 0008 00000007
      01 47 0012 617474726962757465732d63686172736574 0005 7574662d38
         48 001b 617474726962757465732d6e61747572616c2d6c616e6775616765 0002 656e
         21 0006 6a6f622d6964 0004 00000093
         44 0014 7265717565737465642d61747472696275746573 0001 61
         44 0000 0002 6263
         22 0009 70757267652d6a6f62 0001 01
      03`);
    expect(bytes.toString('hex')).toBe(expected.toString('hex'));
  });

  it('decodes groups, sets of values, and leaves out what has no value', () => {
    const decoded = decodeAnswer(answer);
    const job = decoded?.jobs[0];
    expect(decoded?.status).toBe(0);
    expect([whole(job, 'job-id'), whole(job, 'job-state')]).toEqual([147, 5]);
    expect(texts(job, 'job-state-reasons')).toEqual(['none', 'more']);
    expect(job?.has('time-at-processing')).toBe(true);
    expect(whole(job, 'time-at-processing')).toBeNull();
    expect(truth(decoded?.printers[0], 'flag')).toBe(true);
  });

  it('takes no answer that is cut off, at whatever byte', () => {
    for (let length = 0; length < answer.length; length += 1)
      expect(decodeAnswer(answer.subarray(0, length))).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['a web page', Buffer.from('<html>').toString('hex')],
    ['another version', '0900 0000 00000001 03'],
    ['a name longer than the answer', '0200 0000 00000001 02 21 ffff 61'],
    ['a value longer than the answer', '0200 0000 00000001 02 21 0001 61 ffff 00'],
    ['no end', '0200 0000 00000001 02'],
  ])('takes %s for no answer', (_name, text) => {
    expect(decodeAnswer(hex(text))).toBeNull();
  });

  it('never throws and never reads a whole number out of a wrong length, in 100,000 mutated answers', () => {
    let state = 12_345;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    for (let run = 0; run < 100_000; run += 1) {
      const bytes = Uint8Array.from(answer);
      for (let change = 0; change <= random(4); change += 1) bytes[random(bytes.length)] = random(256);
      const decoded = decodeAnswer(bytes.subarray(0, 1 + random(bytes.length)));
      const id = whole(decoded?.jobs[0], 'job-id');
      if (id !== null && !Number.isInteger(id)) throw new Error(`run ${run}: ${id}`);
    }
  });
});

describe('what a queue says', () => {
  it.each([
    [3, ['none'], []],
    [4, ['none'], []],
    [5, ['none'], ['paused']],
    [5, ['paused'], ['paused']],
    [3, ['media-empty-error'], ['media-empty']],
    [3, ['media-empty'], ['media-empty']],
    [3, ['media-empty-warning'], []],
    [3, ['media-low-report', 'marker-supply-low-warning'], []],
    [3, ['cover-open-error', 'door-open'], ['cover-open']],
    [3, ['offline-report'], []],
    [3, ['offline'], ['offline']],
    [3, ['connecting-to-device'], ['offline']],
    [5, ['cutter-jam-error', 'paused'], ['cutter-jam', 'paused']],
    [3, ['toString', '__proto__', ''], []],
    [null, [], []],
  ])('state %s with %j is %j', (state, words, expected) => {
    expect(reasonsOf(state, words)).toEqual(expected);
  });

  it.each([
    ['The printer may not exist or is unavailable at this time.', 'offline'],
    ['The printer is not responding.', 'offline'],
    ['Waiting for printer to become available.', 'offline'],
    ['Unable to locate printer "label".', 'offline'],
    ['The network host "10.0.0.9" is busy; will retry in 5 seconds.', 'busy'],
    ['The printer is in use.', 'busy'],
    ['Waiting for printer to finish.', null],
    ['', null],
  ])('"%s" means %s', (sentence, expected) => {
    expect(reasonOfSentence(sentence)).toBe(expected);
  });
});

describe('documents at rest in CUPS', () => {
  it.each([
    ['', 86_400],
    ['PreserveJobFiles No', 0],
    ['preservejobfiles off', 0],
    ['PreserveJobFiles 0', 0],
    ['PreserveJobFiles Yes', Number.POSITIVE_INFINITY],
    ['PreserveJobFiles 300', 300],
    ['PreserveJobFiles 2h', 7200],
    ['PreserveJobFiles 1w', 604_800],
    ['# PreserveJobFiles No', 86_400],
    ['PreserveJobFiles No\nPreserveJobFiles 60', 60],
    ['PreserveJobFiles perhaps', Number.POSITIVE_INFINITY],
    ['PreserveJobHistory No', 86_400],
  ])('%j keeps them for %s seconds', (conf, seconds) => {
    expect(preserveJobFiles(conf)).toBe(seconds);
  });

  it('are unknown where the settings cannot be read', async () => {
    expect(await cupsHygiene('/no/such/cupsd.conf', '')).toEqual({
      keepsDocuments: 'unknown',
      retriesByItself: null,
      advice: ['keeping-unknown'],
    });
  });
});

describe('the device behind a queue', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'badge-usbdir-'));
    await mkdir(path.join(dir, '1-2'));
    await writeFile(path.join(dir, '1-2', 'serial'), 'X7KL012\n');
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('is there when something listens, and not when nothing does', async () => {
    const sink = await Sink.open();
    const { port } = sink;
    expect(await deviceIsThere(`socket://127.0.0.1:${port}`, 1000)).toBe(true);
    await sink.close();
    expect(await deviceIsThere(`socket://127.0.0.1:${port}`, 1000)).toBe(false);
  });

  it.each([
    ['usb://EPSON/TM-T20III?serial=X7KL012', true],
    ['usb://EPSON/TM-T20III?serial=OTHER', false],
    ['usb://EPSON/TM-T20III', true],
    ['ipp://printer.local/ipp/print', true],
    ['///dev/null', true],
    ['', true],
  ])('%s: %s', async (uri, expected) => {
    expect(await deviceIsThere(uri, 500, dir)).toBe(expected);
  });

  it('counts as there on a system that does not list USB devices in files', async () => {
    expect(await deviceIsThere('usb://EPSON/TM?serial=X', 500, path.join(dir, 'nowhere'))).toBe(true);
  });
});

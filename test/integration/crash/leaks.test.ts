import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LeakWatch } from '../../../scripts/crash/leaks.ts';

const key = '8302abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_';
const payload = `ms-qrpin:v1|ana@practice.example|3f0c2a9e-0000-4000-8000-000000000000|${key}`;
const pin = '40718529';

let dir: string;
let watch: LeakWatch;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'badge-station-leaks-'));
  mkdirSync(path.join(dir, 'deep', 'er'), { recursive: true });
  watch = new LeakWatch();
  watch.note({ kind: 'payload', text: payload });
  watch.note({ kind: 'pin', text: pin });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function found(content: string | Uint8Array): Promise<readonly string[]> {
  const junk = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 91) & 0xff));
  writeFileSync(path.join(dir, 'deep', 'er', 'file.bin'), Buffer.concat([junk, Buffer.from(content), junk]));
  return (await watch.search([dir])).map(({ what }) => what);
}

const base64 = (text: string, shift: number): string =>
  Buffer.from('x'.repeat(shift) + text, 'utf8').toString('base64');

describe('the search for secrets', () => {
  it.each([
    ['as it is', payload],
    ['in UTF-16', Buffer.from(payload, 'utf16le')],
    ['in base64', base64(payload, 0)],
    ['in base64, one byte on', base64(payload, 1)],
    ['in base64, two bytes on', base64(payload, 2)],
    ['in hex', Buffer.from(payload).toString('hex')],
    ['by its key alone', key],
    ['by its beginning alone', payload.slice(0, 12)],
  ])('finds a payload %s', async (_how, content) => {
    expect((await found(content)).join()).toMatch(/(payload|key 0) in deep/);
  });

  it.each([
    ['in a sentence', `the PIN is ${pin}.`],
    ['in UTF-16', Buffer.from(`pin ${pin} `, 'utf16le')],
    ['between zeros', Buffer.from(`\0${pin}\0`)],
  ])('finds a PIN %s', async (_how, content) => {
    expect(await found(content)).toEqual(['PIN in deep/er/file.bin']);
  });

  it.each([
    ['a longer number', `1${pin}`],
    ['a number that goes on', `${pin}00`],
    ['another PIN', '40718528'],
    ['nothing', ''],
    ['a packed payload, which no part of the app makes', gzipSync(payload)],
  ])('is not misled by %s', async (_what, content) => {
    expect(await found(content)).toEqual([]);
  });

  it('looks for the newest only, when told to', async () => {
    watch.note({ kind: 'pin', text: '99990000' });
    writeFileSync(path.join(dir, 'note.txt'), `the PIN is ${pin}`);
    expect(await watch.search([dir], 1)).toEqual([]);
    expect(await watch.search([dir])).toHaveLength(1);
  });

  it('does not call a folder clean that it could not look into', async () => {
    await expect(watch.search([path.join(dir, 'absent')])).rejects.toThrow(/ENOENT/);
  });
});

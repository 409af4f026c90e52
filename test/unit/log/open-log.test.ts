import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../../src/main/log/open-log.ts';

let root: string;
let dir: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'log-test-'));
  dir = path.join(root, 'user data', 'logs');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const lines = (file: string): { [name: string]: unknown }[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const modeOf = (file: string) => statSync(file).mode & 0o777;

describe('openLog', () => {
  it('writes a line of JSON before it returns', () => {
    const log = openLog({ dir, level: 'info' });
    log.warn('printer.silent', { printerId: 'front', tries: 2 });
    expect(lines(log.file)).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        event: 'printer.silent',
        facts: { printerId: 'front', tries: 2 },
      },
    ]);
    log.close();
  });

  it('masks secrets in facts and events on the way to the file', () => {
    const log = openLog({ dir, level: 'debug' });
    log.error('ms-qrpin:v1|canary', { pin: 'canary', text: 'Bearer canary', digits: 48213097 });
    log.debug('x', { url: 'http://localhost/?code=canary' });
    log.close();
    expect(readFileSync(log.file, 'utf8')).not.toMatch(/canary|48213097/);
  });

  it('leaves out what is below its level', () => {
    const log = openLog({ dir, level: 'warn' });
    log.info('quiet');
    log.debug('quieter');
    log.error('loud');
    log.close();
    expect(lines(log.file).map((line) => line['event'])).toEqual(['loud']);
  });

  it('names neither the computer nor the process', () => {
    const log = openLog({ dir, level: 'info' });
    log.info('start');
    log.close();
    expect(Object.keys(lines(log.file)[0] ?? {})).toEqual(['level', 'time', 'event']);
  });

  it.skipIf(process.platform === 'win32')(
    'lets only its own account read folder and file, even where they were open before',
    () => {
      mkdirSync(dir, { recursive: true, mode: 0o777 });
      chmodSync(dir, 0o777);
      writeFileSync(path.join(dir, 'station.log'), '', { mode: 0o666 });
      chmodSync(path.join(dir, 'station.log'), 0o666);
      const log = openLog({ dir, level: 'info' });
      log.info('start');
      log.close();
      expect([modeOf(dir), modeOf(log.file)]).toEqual([0o700, 0o600]);
    },
  );

  it('puts a grown file aside at start and keeps five in all', () => {
    for (let start = 1; start <= 8; start += 1) {
      const log = openLog({ dir, level: 'info', maxBytes: 200 });
      log.info(`start ${start} ${'x'.repeat(50)} ${'y'.repeat(50)} ${'z'.repeat(50)}`);
      log.close();
    }
    expect(readdirSync(dir).sort()).toEqual([
      'station.1.log',
      'station.2.log',
      'station.3.log',
      'station.4.log',
      'station.log',
    ]);
  });

  it('stays within its size while it runs, and loses no line on the way', () => {
    const log = openLog({ dir, level: 'info', maxBytes: 1000, files: 5 });
    for (let at = 0; at < 40; at += 1) log.info('tick', { at });
    log.close();
    const files = readdirSync(dir).map((name) => path.join(dir, name));
    expect(Math.max(...files.map((file) => statSync(file).size))).toBeLessThan(1200);
    expect(files.flatMap((file) => lines(file)).length).toBe(40);
    expect(log.dropped).toBe(0);
  });

  it('goes on after its file when it is started again', () => {
    for (const event of ['first', 'second']) {
      const log = openLog({ dir, level: 'info' });
      log.info(event);
      log.close();
    }
    expect(lines(path.join(dir, 'station.log')).map((line) => line['event'])).toEqual(['first', 'second']);
  });

  it.each([
    ['a file stands where the folder should be', () => writeFileSync(path.join(root, 'user data'), '')],
    [
      'a folder stands where the file should be',
      () => mkdirSync(path.join(dir, 'station.log'), { recursive: true }),
    ],
  ])('drops lines and says so, but never throws, when %s', (_name, spoil) => {
    spoil();
    const log = openLog({ dir, level: 'info' });
    log.error('lost');
    log.close();
    expect(log.dropped).toBeGreaterThan(0);
  });

  it('finds its feet again when the trouble is over', () => {
    mkdirSync(path.join(dir, 'station.log'), { recursive: true });
    const log = openLog({ dir, level: 'info' });
    log.error('lost');
    rmSync(path.join(dir, 'station.log'), { recursive: true });
    log.error('kept');
    log.close();
    expect(existsSync(log.file)).toBe(true);
    expect(lines(log.file).map((line) => line['event'])).toEqual(['kept']);
  });
});

import { describe, expect, it } from 'vitest';
import { describeError } from '../../../src/main/log/describe-error.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was thrown');
}

describe('describeError', () => {
  it('keeps kind, code, message and where it came from', () => {
    const error = Object.assign(new TypeError('the printer table is empty'), { code: 'ERR_EMPTY' });
    expect(describeError(error)).toMatchObject({
      error: 'TypeError',
      errno: 'ERR_EMPTY',
      message: 'the printer table is empty',
    });
    expect(describeError(error)['frames']).toMatch(/describe-error\.test\.ts:\d+:\d+/);
  });

  it('drops what JSON errors quote', () => {
    const thrown = thrownBy(() => JSON.parse('secret canary'));
    expect(JSON.stringify(describeError(thrown))).not.toContain('canary');
  });

  it.each(['"unterminated canary', "'canary'", '`canary`', 'say "x" then "canary"'])(
    'drops the quoted part of %s',
    (message) => {
      expect(describeError(new Error(message))['message']).not.toContain('canary');
    },
  );

  it('drops a payload, a PIN and a token from a message', () => {
    const message = 'ms-qrpin:v1|a@b|c|canary';
    expect(JSON.stringify(describeError(new Error(message)))).not.toContain('canary');
    expect(JSON.stringify(describeError(new Error('PIN 48213097 refused')))).not.toContain('48213097');
  });

  it('names no folder in the frames', () => {
    const error = new Error('x');
    error.stack =
      'Error: x\n    at work (file:///home/jane.doe/app/out/main/index.js:1:2)\n    at C:\\Users\\Jane\\app\\job.js:3:4';
    expect(describeError(error)['frames']).toBe('work (index.js:1:2) < job.js:3:4');
  });

  it.each([undefined, null, 'ms-qrpin:v1|x', 12345678, { message: 'canary' }, Symbol('canary')])(
    'says only the type of %s',
    (junk) => {
      expect(describeError(junk)).toEqual({ error: `thrown ${junk === null ? 'null' : typeof junk}` });
    },
  );

  it('survives an error whose fields are not what they should be', () => {
    const error = new Error('x');
    Object.defineProperty(error, 'stack', { value: 7 });
    Object.assign(error, { name: ['no name'], code: { a: 1 } });
    Object.defineProperty(error, 'message', { value: ['canary'] });
    expect(describeError(error)).toEqual({ error: 'Error', message: '', frames: '' });
  });
});

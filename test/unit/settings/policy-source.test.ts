import { describe, expect, it } from 'vitest';
import { policySource, type RunProgram } from '../../../src/main/settings/policy-source.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Programs of the system, played: answers by the program's name. */
function played(answers: Readonly<Record<string, { code: number | null; stdout?: Uint8Array }>>) {
  const calls: string[] = [];
  const run: RunProgram = async (file, args) => {
    calls.push([file, ...args].join(' '));
    const name = Object.keys(answers).find((known) => file.endsWith(known));
    const answer = name === undefined ? undefined : answers[name];
    if (!answer) throw new Error(`${file} was not expected`);
    return { code: answer.code, stdout: answer.stdout ?? new Uint8Array() };
  };
  return { run, calls };
}

const registry = (line: string) =>
  utf8(`\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\BadgeStation\r\n${line}\r\n\r\n`);

describe('the policy on Windows', () => {
  it('is the JSON of one registry value', async () => {
    const { run, calls } = played({
      'reg.exe': {
        code: 0,
        stdout: registry('    Settings    REG_SZ    {"site":{"name":"Z\\u00fcrich  1"}}'),
      },
    });
    expect(await policySource({ platform: 'win32', run }).read()).toMatchObject({
      kind: 'read',
      value: { site: { name: 'Zürich  1' } },
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatch(/System32\\reg\.exe query HKLM\\SOFTWARE\\Policies\\BadgeStation \/v Settings$/);
  });

  it.each([
    ['absent when there is no such value', { code: 1 }, { kind: 'absent' }],
    [
      'unreadable when the program cannot be run',
      { code: null },
      { kind: 'unreadable', reason: 'unreadable' },
    ],
    [
      'unreadable when it is of another type',
      { code: 0, stdout: registry('    Settings    REG_DWORD    0x1') },
      { kind: 'unreadable', reason: 'not-an-object' },
    ],
    [
      'unreadable when it is empty',
      { code: 0, stdout: registry('    Settings    REG_SZ    ') },
      { kind: 'unreadable', reason: 'empty' },
    ],
    [
      'unreadable when it is no JSON',
      { code: 0, stdout: registry('    Settings    REG_SZ    {') },
      { kind: 'unreadable', reason: 'not-json' },
    ],
    [
      'unreadable when the console garbles it',
      { code: 0, stdout: registry('    Settings    REG_SZ    {"site":"Zürich"}') },
      { kind: 'unreadable', reason: 'wrong-encoding' },
    ],
  ])('is %s', async (_name, answer, expected) => {
    const { run } = played({ 'reg.exe': answer });
    expect(await policySource({ platform: 'win32', run }).read()).toMatchObject(expected);
  });
});

describe('the policy on macOS', () => {
  it('is the managed property list', async () => {
    const { run } = played({
      '/bin/test': { code: 0 },
      plutil: { code: 0, stdout: utf8('{"lock":{"idleMinutes":3}}') },
    });
    expect(await policySource({ platform: 'darwin', run }).read()).toMatchObject({
      kind: 'read',
      value: { lock: { idleMinutes: 3 } },
    });
  });

  it.each([
    ['absent when there is none', { code: 1 }, { code: 0 }, { kind: 'absent' }],
    [
      'unreadable when it cannot be converted',
      { code: 0 },
      { code: 1 },
      { kind: 'unreadable', reason: 'unreadable' },
    ],
    [
      'unreadable when the converter cannot be run',
      { code: 0 },
      { code: null },
      { kind: 'unreadable', reason: 'unreadable' },
    ],
  ])('is %s', async (_name, exists, converted, expected) => {
    const { run } = played({ '/bin/test': exists, plutil: converted });
    expect(await policySource({ platform: 'darwin', run }).read()).toMatchObject(expected);
  });
});

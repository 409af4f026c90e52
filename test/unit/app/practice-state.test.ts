import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPracticeState, writePracticeState } from '../../../src/main/app/practice-state.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'badge-station-practice-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the practice tenant’s memory', () => {
  it('comes back as it was, in one file, in a folder that is made when it is missing', () => {
    const file = path.join(folder, 'new', 'practice-tenant.json');
    writePracticeState(file, { version: 1, methods: {} });
    writePracticeState(file, { version: 1, methods: { a: null } });
    expect(readPracticeState(file)).toEqual({ version: 1, methods: { a: null } });
    expect(readdirSync(path.dirname(file))).toEqual(['practice-tenant.json']);
  });

  it.each(['', '{', 'not json', '\u0000\u0000'])('counts %j as nothing', (junk) => {
    const file = path.join(folder, 'practice-tenant.json');
    writeFileSync(file, junk);
    expect(readPracticeState(file)).toBeNull();
  });

  it('counts a missing file and a folder in its place as nothing', () => {
    expect(readPracticeState(path.join(folder, 'absent.json'))).toBeNull();
    expect(readPracticeState(folder)).toBeNull();
  });
});

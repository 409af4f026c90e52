import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileDialogs, listFiles } from '../../../src/main/app/list-files.ts';
import { maxListBytes } from '../../../src/main/batch/list/table.ts';
import { codeOf, must } from '../../fakes/spool-samples.ts';

/** A person who points at these files. */
function person(files: { readonly opens?: string; readonly saves?: string }) {
  const asked: unknown[] = [];
  const dialogs: FileDialogs = {
    showOpenDialog: (options) => {
      asked.push(options);
      return Promise.resolve({
        canceled: files.opens === undefined,
        filePaths: files.opens === undefined ? [] : [files.opens],
      });
    },
    showSaveDialog: (options) => {
      asked.push(options);
      return Promise.resolve({ canceled: files.saves === undefined, filePath: files.saves ?? '' });
    },
  };
  return { asked, files: listFiles(dialogs, () => '/documents') };
}

describe('lists and reports', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'badge-lists-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('are read from the file a person points at, by its name alone', async () => {
    const file = path.join(dir, 'shift.csv');
    writeFileSync(file, 'UPN\n');
    expect(must(await person({ opens: file }).files.choose())).toEqual({
      name: 'shift.csv',
      bytes: new Uint8Array(Buffer.from('UPN\n')),
    });
  });

  it('are not read when the person thinks better of it', async () => {
    expect(must(await person({}).files.choose())).toBeNull();
    expect(must(await person({}).files.save('badges.csv', 'x'))).toBe(false);
  });

  it('have a limit, which is looked at before anything is read', async () => {
    const file = path.join(dir, 'huge.csv');
    writeFileSync(file, '');
    truncateSync(file, maxListBytes + 1);
    expect(codeOf(await person({ opens: file }).files.choose())).toBe('list-too-long');
  });

  it.each([
    ['is gone', () => path.join(dir, 'gone.csv')],
    ['is a folder', () => dir],
  ])('say so when the file %s', async (_, file) => {
    expect(codeOf(await person({ opens: file() }).files.choose())).toBe('list-unreadable');
  });

  it.skipIf(process.platform === 'win32')('are written for this account alone', async () => {
    const file = path.join(dir, 'report.csv');
    expect(must(await person({ saves: file }).files.save('badges.csv', 'a,b'))).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('a,b');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('are offered a name, never a way to another folder', async () => {
    const { asked, files } = person({});
    await files.save('../../etc/passwd', '');
    expect(asked).toMatchObject([{ defaultPath: path.join('/documents', 'passwd') }]);
  });

  it('say so when nothing can be written there', async () => {
    const file = path.join(dir, 'no-such-folder', 'report.csv');
    expect(codeOf(await person({ saves: file }).files.save('badges.csv', ''))).toBe('report-unwritable');
  });
});

import { open, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ListFiles } from '../batch/ports.ts';
import { maxListBytes } from '../batch/list/table.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** The part of Electron's `dialog` that is used. */
export interface FileDialogs {
  showOpenDialog(options: {
    properties: 'openFile'[];
    filters: { name: string; extensions: string[] }[];
  }): Promise<{ canceled: boolean; filePaths: string[] }>;
  showSaveDialog(options: {
    defaultPath: string;
    filters: { name: string; extensions: string[] }[];
  }): Promise<{ canceled: boolean; filePath: string }>;
}

const filters = [{ name: 'CSV', extensions: ['csv', 'txt', 'tsv'] }];

/**
 * Lists and reports, chosen in the system's own dialogs. SECURITY: list-files (docs/security.md). The window never names
 * a path: what is read and where is written is what a person pointed at a moment ago.
 */
export function listFiles(dialog: FileDialogs, documents: () => string): ListFiles {
  return {
    async choose() {
      const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters });
      const [file] = filePaths;
      if (canceled || file === undefined) return ok(null);
      const bytes = await readList(file);
      return bytes.ok ? ok({ name: path.basename(file), bytes: bytes.value }) : bytes;
    },
    async save(name, text) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        defaultPath: path.join(documents(), path.basename(name)),
        filters: filters.map((one) => ({ ...one, extensions: ['csv'] })),
      });
      if (canceled || filePath === '') return ok(false);
      try {
        await writeFile(filePath, text, { mode: 0o600 });
        return ok(true);
      } catch {
        return fail('report-unwritable');
      }
    },
  };
}

/** Reads a plain file, and no more of it than a list may have, however it grows meanwhile. */
async function readList(file: string): Promise<Result<Uint8Array>> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) return fail('list-unreadable');
    const { size } = facts;
    if (size > maxListBytes) return fail('list-too-long', { megabytes: Math.ceil(size / 1_048_576) });
    const handle = await open(file, 'r');
    try {
      const bytes = new Uint8Array(maxListBytes + 1);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return ok(bytes.slice(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return fail('list-unreadable');
  }
}

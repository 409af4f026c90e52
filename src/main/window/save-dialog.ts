import type { BrowserWindow, Dialog } from 'electron';

/** What the file types are called; the system's own dialog has everything else in its language. */
const typeNames = { csv: 'CSV', json: 'JSON' } as const;

/** The system's dialog for a new file, over the window. Null when it was closed. */
export async function chooseSaveFile(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow | null,
  suggestedName: string,
  format: 'csv' | 'json',
): Promise<string | null> {
  const options = {
    defaultPath: suggestedName,
    filters: [{ name: typeNames[format], extensions: [format] }],
  };
  const answer =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
}

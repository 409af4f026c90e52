import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Looks for secrets in every file below some folders, in each form in which one could have been written. */
export async function findSecrets(
  folders: readonly string[],
  secrets: Readonly<Record<string, string>>,
): Promise<string[]> {
  const needles = Object.entries(secrets).flatMap(([name, text]) =>
    formsOf(text).map((bytes) => ({ name, bytes })),
  );
  const found: string[] = [];
  for (const folder of folders) {
    for (const file of await filesBelow(folder)) {
      const content = await readFile(file).catch(() => null);
      if (content === null) continue;
      for (const { name, bytes } of needles) {
        if (content.includes(bytes)) found.push(`${name} in ${path.relative(folder, file)}`);
      }
    }
  }
  return found;
}

/** As UTF-8, as UTF-16, and as base64 in each of its three alignments. */
function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text, 'utf8');
  const forms = [bytes, Buffer.from(text, 'utf16le')];
  // Base64 of eight digits is too short a mark: it would be found by chance.
  if (bytes.length < 16) return forms;
  for (const shift of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    forms.push(Buffer.from(encoded.slice(shift === 0 ? 0 : 4, -4), 'latin1'));
  }
  return forms;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

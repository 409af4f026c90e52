import { DatabaseSync } from '@photostructure/sqlite';
import fs from 'node:fs';
import path from 'node:path';

/** Every file below a folder with its bytes. */
export function filesIn(dir: string): readonly { readonly name: string; readonly bytes: Buffer }[] {
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { name: path.relative(dir, file), bytes: fs.readFileSync(file) };
    });
}

/** The files that hold a text, in any form it might have leaked in: UTF-8, UTF-16, hex, Base64 at any offset. */
export function leaksOf(dir: string, secret: string): readonly string[] {
  const plain = Buffer.from(secret, 'utf8');
  const forms = [plain, Buffer.from(secret, 'utf16le'), Buffer.from(plain.toString('hex'))];
  for (let skip = 0; skip < 3; skip += 1) {
    // The first and last letters depend on the neighbours; the middle does not.
    const base64 = Buffer.concat([Buffer.alloc(skip), plain]).toString('base64');
    forms.push(Buffer.from(base64.slice(4, -4)));
  }
  return filesIn(dir)
    .filter(({ bytes }) => forms.some((form) => bytes.includes(form)))
    .map(({ name }) => name);
}

/** A copy of the spool's files as a power cut would leave them, opened by itself. */
export function copyOf(file: string, toDir: string): string {
  const target = path.join(toDir, `copy-${fs.readdirSync(toDir).length}.db`);
  fs.copyFileSync(file, target);
  if (fs.existsSync(`${file}-wal`)) fs.copyFileSync(`${file}-wal`, `${target}-wal`);
  return target;
}

/** Runs statements in a spool's file behind the spool's back; it must be closed. Answers the last one's rows. */
export function tamper(file: string, ...statements: readonly string[]): readonly unknown[] {
  const db = new DatabaseSync(file);
  try {
    for (const sql of statements.slice(0, -1)) db.exec(sql);
    return db.prepare(statements.at(-1) ?? 'SELECT 1').all();
  } finally {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
  }
}

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const doc = readFileSync(path.join(project, 'docs/security.md'), 'utf8');

/** Rows of the table of measures: name, and the files it names. */
const rows = doc
  .split('\n')
  .filter((line) => /^\| [a-z-]+ \|/.test(line))
  .map((line) => ({
    name: line.split('|')[1]?.trim() ?? '',
    files: [...line.matchAll(/`((?:src|test)\/[^`]+)`/g)].map((match) => match[1] ?? ''),
  }));

/** `// SECURITY: name (docs/security.md)` in the sources, with the file it stands in. */
const marks = readdirSync(path.join(project, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const found = readFileSync(file, 'utf8').matchAll(/SECURITY: ([a-z-]+) \(docs\/security\.md\)/g);
    return [...found].map((match) => ({
      name: match[1] ?? '',
      file: path.relative(project, file).replaceAll('\\', '/'),
    }));
  });

describe('docs/security.md', () => {
  it('has a row for every mark in the code, and names the file it stands in', () => {
    // A row may name a folder, which ends in a slash.
    const isIn = (file: string, places: readonly string[]) =>
      places.some((place) => file === place || (place.endsWith('/') && file.startsWith(place)));
    const homeless = marks.filter(
      ({ name, file }) => !rows.some((row) => row.name === name && isIn(file, row.files)),
    );
    expect(homeless).toEqual([]);
    expect(marks.length).toBeGreaterThan(15);
  });

  it('names files and tests that exist', () => {
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.flatMap((row) => row.files).filter((file) => !existsSync(path.join(project, file)))).toEqual(
      [],
    );
  });

  it('has one row per name', () => {
    const names = rows.map((row) => row.name);
    expect(names).toEqual([...new Set(names)]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../../src/renderer/src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
const modules = files.filter((file) => file.endsWith('.module.css'));

/** Class names a style file defines. */
function definedIn(file: string): readonly string[] {
  const css = readFileSync(path.join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...new Set([...css.matchAll(/\.([a-z][\w-]*)/gi)].map((match) => match[1] ?? ''))];
}

interface Use {
  readonly component: string;
  readonly module: string;
  readonly name: string;
}

/** Names used as css['name'], per component. A name made at run time is allowed where all of its kind are defined. */
const uses: readonly Use[] = files
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((component) => {
    const code = readFileSync(path.join(source, component), 'utf8');
    const from = /import css from '\.\/([\w-]+\.module\.css)'/.exec(code)?.[1];
    if (from === undefined) return [];
    const module = path.join(path.dirname(component), from);
    return [...code.matchAll(/css\['([^']+)'\]/g)].map((match) => ({
      component,
      module,
      name: match[1] ?? '',
    }));
  });

describe('style files', () => {
  it.each(modules)('%s is used', (module) => {
    expect(uses.some((use) => use.module === module)).toBe(true);
  });

  it('define every class that a component asks for', () => {
    const missing = uses.filter(({ module, name }) => !definedIn(module).includes(name));
    expect(missing).toEqual([]);
  });

  it('define no class that nobody asks for', () => {
    const dynamic = ['verdict-icon.module.css', 'status-panel.module.css'];
    const spare = modules
      .filter((module) => !dynamic.includes(path.basename(module)))
      .flatMap((module) =>
        definedIn(module)
          .filter((name) => !uses.some((use) => use.module === module && use.name === name))
          .map((name) => `${module}: ${name}`),
      );
    expect(spare).toEqual([]);
  });
});

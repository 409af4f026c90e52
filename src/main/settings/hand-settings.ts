import { copyFile, mkdir } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import { problemFailure } from '../../shared/settings/problems.ts';
import type { SettingsKey, SettingsValues } from '../../shared/settings/values.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { nest } from './last-good.ts';
import { readLayer } from './layer.ts';
import { handFile } from './load.ts';
import { readSourceFile } from './raw-source.ts';

/** Values to set by hand; `undefined` takes a value back, so that a weaker source or the default holds again. */
export type HandChange = { readonly [K in SettingsKey]?: SettingsValues[K] | undefined };

/** The settings made in the app, kept in the user-data folder. */
export class HandSettings {
  readonly #userDataDir: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(userDataDir: string) {
    this.#userDataDir = userDataDir;
  }

  /**
   * Changes some values and keeps the others. Changes run one after another, so that two at once lose nothing. Fails
   * with `settings-invalid` (a value is wrong, nothing is written) or `settings-unreadable` with reason `unwritable`.
   */
  change(change: HandChange): Promise<Result<void>> {
    const done = this.#last.then(() => this.#write(change));
    this.#last = done;
    return done;
  }

  async #write(change: HandChange): Promise<Result<void>> {
    const file = handFile(this.#userDataDir);
    const wanted = readLayer(nest(withoutUndefined(change)));
    const wrong = wanted.findings[0];
    if (wrong !== undefined) {
      const { spoils: _spoils, ...where } = wrong;
      return { ok: false, failure: problemFailure({ source: 'hand', ...where, instead: 'nothing' }) };
    }
    try {
      await mkdir(this.#userDataDir, { recursive: true });
      const raw = await readSourceFile(file);
      const layer = raw.kind === 'read' ? readLayer(raw.value) : null;
      // What somebody typed into the file and got wrong is kept beside it.
      if (raw.kind === 'unreadable' || layer?.findings.length) await copyFile(file, `${file}.unreadable`);
      const values: Partial<SettingsValues> = { ...layer?.values };
      for (const key of Object.keys(change)) Reflect.deleteProperty(values, key);
      await writeFileAtomically(file, `${JSON.stringify(nest({ ...values, ...wanted.values }), null, 2)}\n`);
      return ok(undefined);
    } catch (thrown) {
      const errno = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
      return fail('settings-unreadable', { source: 'hand', path: '$', reason: 'unwritable', errno });
    }
  }
}

function withoutUndefined(change: HandChange): Partial<SettingsValues> {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

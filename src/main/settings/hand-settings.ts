import { constants } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import { problemFailure } from '../../shared/settings/problems.ts';
import type { SettingsKey, SettingsValues } from '../../shared/settings/values.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { nest, readLastGood, writeLastGood, type LastGood } from './last-good.ts';
import { readLayer } from './layer.ts';
import { handFile, lastGoodFile } from './load.ts';
import { readSourceFile, type RawSource } from './raw-source.ts';
import { settle } from './settle.ts';

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
   * Changes some values and leaves the rest of the file as it stands, also what nobody could make sense of: it may be a
   * slip that a person is about to correct. What has to give way is copied beside it first. Changes run one after
   * another, so that two at once lose nothing.
   *
   * Fails with `settings-invalid` (a value is wrong, nothing is written) or `settings-unreadable` with reason
   * `unwritable`.
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
      const remembered = await readLastGood(lastGoodFile(this.#userDataDir));
      if (raw.kind === 'unreadable' || (raw.kind === 'read' && givesWay(raw.value, change)))
        await copyBeside(file);
      const next = changed(startingPoint(raw, remembered, file), change, nest(wanted.values));
      await writeFileAtomically(file, `${JSON.stringify(next, null, 2)}\n`);
      await this.#remember(file, next, remembered);
      return ok(undefined);
    } catch (thrown) {
      const errno = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
      return fail('settings-unreadable', { source: 'hand', path: '$', reason: 'unwritable', errno });
    }
  }

  /** The spare follows at once: a file that breaks before the next start must not bring back older printers. */
  async #remember(file: string, value: object, remembered: LastGood): Promise<void> {
    const { good } = settle('hand', { kind: 'read', origin: file, value }, remembered.hand, true);
    if (good === null) return;
    // Only the spare would be old; what was asked for is written.
    await writeLastGood(lastGoodFile(this.#userDataDir), { ...remembered, hand: good }).catch(
      () => undefined,
    );
  }
}

function withoutUndefined(change: HandChange): Partial<SettingsValues> {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

/** A file that cannot be read as a whole begins anew with what it said when it was last in order. */
function startingPoint(raw: RawSource, { hand }: LastGood, file: string): Readonly<Record<string, unknown>> {
  if (raw.kind === 'read') return { ...raw.value };
  return raw.kind === 'unreadable' && hand?.origin === file ? nest(hand.values) : {};
}

/** Whether something that could not be used would be overwritten. */
function givesWay(raw: object, change: HandChange): boolean {
  const { bad, badPrinters } = readLayer(raw);
  if (Object.keys(change).some((key) => [...bad].some((name) => name === key))) return true;
  return badPrinters.length > 0 && 'printers' in change;
}

function changed(
  before: Readonly<Record<string, unknown>>,
  change: HandChange,
  wanted: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const next: Record<string, unknown> = { ...before };
  for (const key of Object.keys(change)) {
    const [section = '', leaf] = key.split('.');
    if (leaf === undefined) {
      Reflect.deleteProperty(next, section);
      if (Object.hasOwn(wanted, section)) next[section] = wanted[section];
      continue;
    }
    const inner: Record<string, unknown> = { ...asRecord(next[section]) };
    Reflect.deleteProperty(inner, leaf);
    const value = asRecord(wanted[section]);
    if (Object.hasOwn(value, leaf)) inner[leaf] = value[leaf];
    if (Object.keys(inner).length === 0) Reflect.deleteProperty(next, section);
    else next[section] = inner;
  }
  return next;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries<unknown>({ ...value }))
    : {};
}

/** `settings.json.unreadable`, `….unreadable-2` and so on: an earlier copy is never overwritten. */
async function copyBeside(file: string): Promise<void> {
  for (let number = 1; ; number += 1) {
    const copy = `${file}.unreadable${number === 1 ? '' : `-${number}`}`;
    try {
      await copyFile(file, copy, constants.COPYFILE_EXCL);
      return;
    } catch (thrown) {
      const isTaken = thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';
      if (!isTaken || number >= mostCopies) throw thrown;
    }
  }
}

/** Somebody who breaks the file this often has other trouble; the change is refused until they tidy up. */
const mostCopies = 100;

import type { JobRecord } from '../../../src/main/spool/types.ts';
import { languages, type Language } from '../../../src/shared/printing/profile.ts';

/** Everything that can be wrong with a printer; each family meets each of them, or says why it cannot. */
export const faults = [
  'refused',
  'hangs on connect',
  'accepts and never reads',
  'stops reading at byte 600',
  'resets at byte 600',
  'answers junk',
  'cover open',
  'no paper before the job',
  'paper runs out during the job',
  'cutter jammed',
  'head too hot',
  'line of 9600 baud',
  'vanishes at the end',
  'second client',
] as const;
export type Fault = (typeof faults)[number];

/** Why a family cannot have a fault, or cannot tell. */
const excuses: Partial<Readonly<Record<Fault, Partial<Readonly<Record<Language, string>>>>>> = {
  'cover open': { dymo: 'its one status byte has no bit for a cover' },
  'cutter jammed': {
    epl2: 'no code for a cutter in ^ee',
    tspl: 'no bit for a cutter in <ESC>!?',
    cpcl: 'mobile printers have a tear bar',
    dymo: 'labels are torn off',
  },
  'head too hot': {
    epl2: 'no code for heat in ^ee',
    'brother-ql': 'cools down by itself and reports a phase, not a fault',
    cpcl: 'no bit for heat in ESC h',
    dymo: 'no bit for heat in ESC A',
  },
  'line of 9600 baud': {
    'brother-ql': 'QL printers have no serial port',
    dymo: 'LabelWriters have no serial port',
  },
};

/** What the ledger said right after each fault, collected while the tests run. */
export class FaultTable {
  readonly #seen = new Map<string, string>();

  note(language: Language, fault: string, { state, reason }: Pick<JobRecord, 'state' | 'reason'>): void {
    this.#seen.set(`${language} ${fault}`, reason === null ? state : `${state} (${reason})`);
  }

  excuse(language: Language, fault: Fault): string | null {
    return excuses[fault]?.[language] ?? null;
  }

  /** Cells that nobody has looked at although nothing excuses it, and those that are excused and were seen all the same. */
  wrong(): readonly string[] {
    return faults.flatMap((fault) =>
      languages
        .filter(
          (language) => this.#seen.has(`${language} ${fault}`) === (this.excuse(language, fault) !== null),
        )
        .map((language) => `${language}: ${fault}`),
    );
  }

  toString(): string {
    const notes: string[] = [];
    const cell = (language: Language, fault: Fault): string => {
      const why = this.excuse(language, fault);
      if (why === null) return this.#seen.get(`${language} ${fault}`) ?? '!!';
      notes.push(`${fault}, ${language}: ${why}`);
      return '–';
    };
    const lines = [
      ['', ...languages],
      ...faults.map((fault) => [fault, ...languages.map((each) => cell(each, fault))]),
    ];
    const widths = ['', ...languages].map((_, at) =>
      Math.max(...lines.map((line) => (line[at] ?? '').length)),
    );
    const rows = lines.map((line) =>
      line
        .map((text, at) => text.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    return [...rows, ...notes.map((note) => `– ${note}`)].join('\n');
  }
}

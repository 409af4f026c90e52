import type { Failure } from '../../../../shared/result.ts';
import { type Anchor, type AnchorVerdict, fingerprintOf } from '../anchor.ts';
import type { BreakReason, ChainBreak, ChainStart } from '../chain.ts';

/**
 * What the audit command says, for the people who keep the station: in English, as its log is. The window has the same
 * in seven languages (renderer/src/text, history).
 */
const breaks: Readonly<Record<BreakReason, (seq: number) => string>> = {
  changed: (seq) => `Entry ${seq} was changed: its hash is not that of what it says.`,
  missing: (seq) => `Entry ${seq} is missing.`,
  misplaced: (seq) => `Entry ${seq} should stand here, and one with a lower number does.`,
  unlinked: (seq) => `Entry ${seq} does not follow from the one before it.`,
  unreadable: (seq) => `Entry ${seq} cannot be read.`,
  orphaned: (seq) =>
    `A badge or an operation rests on entry ${seq}, and that entry is missing or says something else. ` +
    'Newer entries were cut off, or the badge was changed by hand.',
};

export function brokenWords({ seq, why }: ChainBreak): readonly string[] {
  return [
    'BROKEN.',
    breaks[why](seq),
    seq > 1
      ? `Entries up to ${seq - 1} fit together; from there on nothing is proven.`
      : 'Nothing is proven.',
    'Keep the file as it is, and compare it with an earlier export.',
  ];
}

export function wholeWords(
  start: ChainStart,
  head: ChainStart,
  times: { readonly first: string; readonly last: string } | null,
): readonly string[] {
  const count = head.seq - start.seq;
  if (count === 0 || times === null) return ['WHOLE, and empty: there is no entry.'];
  return [
    `WHOLE. ${count} ${count === 1 ? 'entry' : 'entries'}, each following from the one before.`,
    `From ${times.first} (entry ${start.seq + 1}) to ${times.last} (entry ${head.seq}).`,
    ...(start.seq > 0
      ? [`Entries 1 to ${start.seq} were removed by retention or belong to an earlier export.`]
      : []),
    `Last entry: ${head.seq}:${fingerprintOf(head.hash)}`,
  ];
}

const anchorWords: Readonly<Record<AnchorVerdict, (seq: number) => string>> = {
  fits: (seq) => `Entry ${seq} is the one that was noted down.`,
  older: (seq) => `Entry ${seq} was noted down and is no longer kept; it says nothing about the rest.`,
  'cut-off': (seq) =>
    `Entry ${seq} was noted down, and the trail ends before it. Newer entries were cut off, or an older copy was put back.`,
  differs: (seq) => `Entry ${seq} is another one than was noted down. The trail was written anew.`,
};

/** What the noted entries show; the many that fit are one line. */
export function anchorsWords(
  judged: readonly { readonly anchor: Anchor; readonly verdict: AnchorVerdict }[],
): readonly string[] {
  const bad = judged.filter(({ verdict }) => verdict === 'cut-off' || verdict === 'differs');
  if (bad.length > 0) {
    return ['NOT AS IT WAS.', ...bad.map(({ anchor, verdict }) => anchorWords[verdict](anchor.seq))];
  }
  const fitting = judged.filter(({ verdict }) => verdict === 'fits');
  if (fitting.length > 0) {
    const newest = Math.max(...fitting.map(({ anchor }) => anchor.seq));
    const noted = `${fitting.length} ${fitting.length === 1 ? 'entry' : 'entries'} noted down elsewhere`;
    return [`It agrees with ${noted}, the newest being entry ${newest}.`, afterWords(newest)];
  }
  return [
    'Whether newer entries were cut off at the end cannot be seen from a trail alone.',
    'Compare the last entry with one that was noted down (--anchor), or with an earlier export (--against).',
  ];
}

function afterWords(seq: number): string {
  return `Whether entries after ${seq} were cut off cannot be seen from here.`;
}

/** Why there is nothing to judge. */
export function failureWords({ code, facts }: Failure, file: string): readonly string[] {
  if (code === 'spool-unwritable' && facts['cause'] === 'ENOENT') {
    return [`There is no ledger at ${file}.`, 'Name the station’s data folder with --data.'];
  }
  if (code === 'spool-unwritable') {
    return [`The ledger at ${file} may not be read (${String(facts['cause'])}).`];
  }
  if (code === 'spool-newer') {
    return [`The ledger at ${file} was written by a newer version. Use that version to read it.`];
  }
  if (code === 'spool-in-use') {
    return [`The ledger at ${file} is being written too fast to be read. Try again in a moment.`];
  }
  return [`${file} cannot be read as a ledger of Badge Station.`, 'It is damaged, or another file.'];
}

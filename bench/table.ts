import type { Figure } from './types.ts';

/** The report for people: one line per figure, columns aligned. */
export function tableOf(figures: readonly Figure[]): readonly string[] {
  const rows = figures.map(rowOf);
  const head = ['figure', 'ours', 'peer', 'ratio', 'goal', '', 'against'];
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column > 4 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

function rowOf({ name, ours, peer, unit, ratio, goal, met, peerName }: Figure): string[] {
  return [
    name,
    `${short(ours)} ${unit}`,
    peer === null ? '–' : `${short(peer)} ${unit}`,
    ratio === null ? '–' : `${short(ratio)}×`,
    goal === null ? '–' : ratio === null ? `≤ ${goal} ${unit}` : `≤ ${goal}×`,
    met === null ? '' : met ? 'met' : 'MISSED',
    peerName ?? '',
  ];
}

/** Three figures that count, no more. */
function short(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, Math.min(3, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return value.toFixed(digits);
}

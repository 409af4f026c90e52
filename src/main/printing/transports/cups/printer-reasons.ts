import type { JobReason } from '../../../../shared/printing/job.ts';

/**
 * `printer-state-reasons` that stop a badge: RFC 8011 5.4.12, PWG 5100.9 (the words of the Printer MIB) and CUPS's own.
 * A report or a warning is left out; a word without an ending counts as an error (RFC 8011).
 */
const words: Readonly<Record<string, JobReason>> = {
  'media-empty': 'media-empty',
  'media-needed': 'media-empty',
  'input-tray-missing': 'media-empty',
  'marker-supply-empty': 'media-empty',
  'cover-open': 'cover-open',
  'door-open': 'cover-open',
  'interlock-open': 'cover-open',
  paused: 'paused',
  'moving-to-paused': 'paused',
  offline: 'offline',
  shutdown: 'offline',
  'timed-out': 'offline',
  // While no job of ours is on its way: the queue is trying to reach the printer for somebody else's.
  'connecting-to-device': 'offline',
  'media-jam': 'printer-fault',
  'stopped-partly': 'printer-fault',
  'spool-area-full': 'printer-fault',
  'cups-missing-filter': 'printer-fault',
  'cups-insecure-filter': 'printer-fault',
  other: 'printer-fault',
  'cutter-jam': 'cutter-jam',
  'trimmer-jam': 'cutter-jam',
  'trimmer-failure': 'cutter-jam',
  'fuser-over-temp': 'head-hot',
  'opc-life-over': 'printer-fault',
};

/** RFC 8011 5.4.11: 3 idle, 4 processing, 5 stopped. */
const stopped = 5;

/**
 * The backends' own sentences, in English because our requests ask for it; they often come without a state reason.
 * CUPS 2.4, backend/socket.c, usb-libusb.c, lpd.c.
 */
const sentences: readonly (readonly [RegExp, JobReason])[] = [
  [
    /may not exist|unavailable|not responding|unable to (locate|connect|contact)|to become available/i,
    'offline',
  ],
  [/is busy|in use/i, 'busy'],
  [/connecting to printer/i, 'offline'],
];

/** Why a job that is on its way does not get on; null when the sentence says nothing of the kind. */
export function reasonOfSentence(message: string): JobReason | null {
  return sentences.find(([pattern]) => pattern.test(message))?.[1] ?? null;
}

/** What stands in the way, each reason once, in the queue's order. */
export function reasonsOf(state: number | null, stateReasons: readonly string[]): readonly JobReason[] {
  const found = new Set<JobReason>();
  for (const word of stateReasons) {
    const reason = reasonOf(word);
    if (reason !== null) found.add(reason);
  }
  if (state === stopped && found.size === 0) found.add('paused');
  return [...found];
}

function reasonOf(word: string): JobReason | null {
  if (/-(report|warning)$/.test(word)) return null;
  const plain = word.replace(/-error$/, '');
  return Object.hasOwn(words, plain) ? (words[plain] ?? null) : null;
}

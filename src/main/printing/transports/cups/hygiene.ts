import { readFile } from 'node:fs/promises';
import type { QueueAdvice } from '../../../../shared/printing/queue-advice.ts';
import type { QueueHygiene } from '../queue.ts';

/** What `PreserveJobFiles` is when cupsd.conf does not say: one day (cupsd.conf(5), CUPS 2.x). */
const usual = 86_400;

/**
 * Reads `PreserveJobFiles` out of a cupsd.conf: seconds, 0 = not kept, Infinity = for good. The last line counts;
 * a value that is none counts as "kept", never as "not kept".
 */
export function preserveJobFiles(conf: string): number {
  let seconds = usual;
  for (const line of conf.split('\n')) {
    const value = /^\s*PreserveJobFiles\s+(\S+)/i.exec(line)?.[1];
    if (value !== undefined) seconds = readValue(value);
  }
  return seconds;
}

/** @param confFile `/etc/cups/cupsd.conf`, readable for administrators only on many systems */
export async function cupsHygiene(confFile: string, errorPolicy: string): Promise<QueueHygiene> {
  const conf = await readFile(confFile, 'utf8').catch(() => null);
  const keeps = conf === null ? null : preserveJobFiles(conf) > 0;
  const retriesByItself = errorPolicy === '' ? null : errorPolicy !== 'abort-job';
  const advice: QueueAdvice[] = [];
  if (keeps === null) advice.push('keeping-unknown');
  if (keeps === true) advice.push('preserve-job-files');
  if (retriesByItself === true) advice.push('error-policy');
  return { keepsDocuments: keepsDocuments(keeps), retriesByItself, advice };
}

const keepsDocuments = (keeps: boolean | null): QueueHygiene['keepsDocuments'] => {
  if (keeps === null) return 'unknown';
  return keeps ? 'ours-removed' : 'no';
};

function readValue(value: string): number {
  if (/^(no|off|false)$/i.test(value)) return 0;
  const match = /^(\d+(?:\.\d+)?)([smhdw]?)$/i.exec(value);
  if (!match) return Number.POSITIVE_INFINITY;
  const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
  return Number(match[1]) * (units[(match[2] || 's').toLowerCase()] ?? 1);
}

/**
 * What somebody should change or tidy up about a printer's queue in the system, so that no badge rests there and none
 * comes out unasked.
 *
 * `preserve-job-files`: set `PreserveJobFiles No` · `error-policy`: set `printer-error-policy=abort-job` ·
 * `keep-printed`: clear "Keep printed documents" · `left-behind`: a job of ours could not be removed ·
 * `keeping-unknown`: the settings of the print system cannot be read here; nothing is known to be wrong.
 */
export const queueAdvices = [
  'left-behind',
  'preserve-job-files',
  'keep-printed',
  'error-policy',
  'keeping-unknown',
] as const;
export type QueueAdvice = (typeof queueAdvices)[number];

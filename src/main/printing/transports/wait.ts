/** Thrown by `within` when the time is up. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

/**
 * Bounds a wait. The work itself goes on; whoever calls this must be able to live with its late end.
 *
 * @throws {OutOfTime} after `timeoutMs`
 */
export async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new OutOfTime(`nothing within ${timeoutMs} ms`)), Math.max(0, timeoutMs));
  });
  // A late failure after the alarm has nobody left to tell.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, alarm]);
  } finally {
    clearTimeout(timer);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What an error calls itself, for the log: a system code such as `ENODEV`, or its message cut short. */
export function errorName(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return error instanceof Error ? error.message.slice(0, 120) : 'unknown';
}

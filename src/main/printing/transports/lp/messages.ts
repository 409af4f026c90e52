/** What the app asks of the helper process that holds `/dev/usb/lpN`. */
export type LpRequest =
  | { readonly kind: 'open'; readonly path: string; readonly majors: readonly number[] }
  | { readonly kind: 'write'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'status'; readonly id: number };

/** What the helper answers. `errno` is a name such as `ENODEV`. */
export type LpReply =
  | { readonly kind: 'opened'; readonly twoWay: boolean }
  | { readonly kind: 'refused'; readonly errno: string }
  /** So many bytes of this write are surely out; sent on the way, so that a killed helper leaves an honest count. */
  | { readonly kind: 'progress'; readonly id: number; readonly taken: number }
  | { readonly kind: 'written'; readonly id: number }
  | { readonly kind: 'broken'; readonly id: number; readonly errno: string }
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  /** The device said it is gone; nothing more can be read. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'status'; readonly id: number; readonly value: number | null };

/** Where the helper refuses what it was pointed at. */
export const notAPrinterDevice = 'ENOTPRINTER';

const replyKinds = ['opened', 'refused', 'progress', 'written', 'broken', 'data', 'gone', 'status'] as const;

/** Both ends are ours, over a channel that nobody else has; still, what is not understood is left alone. */
export function isLpRequest(message: unknown): message is LpRequest {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  switch (message.kind) {
    case 'open':
      return (
        'path' in message &&
        typeof message.path === 'string' &&
        'majors' in message &&
        Array.isArray(message.majors)
      );
    case 'write':
      return hasId(message) && 'bytes' in message && message.bytes instanceof Uint8Array;
    case 'status':
      return hasId(message);
    default:
      return false;
  }
}

const hasId = (message: object): boolean => 'id' in message && typeof message.id === 'number';

/** Both ends are ours; this catches a helper of another version. */
export function isLpReply(message: unknown): message is LpReply {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  return replyKinds.some((kind) => kind === message.kind);
}

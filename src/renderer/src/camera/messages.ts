import type { FrameReading } from './decode-frame.ts';

/** What the page tells the decoder's worker. One picture at a time: the next one follows the answer. */
export type ToWorker =
  /** The decoder itself, once, before the first picture. */
  | { readonly kind: 'load'; readonly wasm: ArrayBuffer }
  | { readonly kind: 'look'; readonly picture: VideoFrame };

export type FromWorker =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'seen'; readonly reading: FrameReading }
  /** The decoder could not be loaded, or broke down at a picture. */
  | { readonly kind: 'failed' };

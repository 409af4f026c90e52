import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { Decoder } from './decoder.ts';

/** Starts the decoder's worker; null when it cannot be had. Both files come from our own scheme. */
export async function openDecoder(): Promise<Decoder | null> {
  const worker = new Worker(new URL('camera-worker.ts', import.meta.url), { type: 'module' });
  const decoder = new Decoder(worker);
  try {
    // Fetched here and handed over, for the worker itself may not ask for anything.
    const answer = await fetch(wasmUrl);
    if (answer.ok && (await decoder.load(await answer.arrayBuffer()))) return decoder;
  } catch {
    // A file is missing: the same as a decoder that does not start.
  }
  decoder.close();
  return null;
}

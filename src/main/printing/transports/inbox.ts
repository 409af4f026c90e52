/** Most bytes kept for a reader; a printer that talks without being asked must not fill the memory. */
const limitBytes = 64 * 1024;

/** Bytes a device sent, waiting for a reader. The oldest go first when nobody reads. */
export class Inbox {
  #chunks: Uint8Array[] = [];
  #size = 0;
  #isClosed = false;
  readonly #sleepers = new Set<() => void>();

  push(chunk: Uint8Array): void {
    if (chunk.length === 0 || this.#isClosed) return;
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    while (this.#size > limitBytes && this.#chunks.length > 1)
      this.#size -= this.#chunks.shift()?.length ?? 0;
    this.#wakeAll();
  }

  /** Everything that has come, or null when nothing came in time or the line is closed. */
  async take(timeoutMs: number): Promise<Uint8Array | null> {
    if (this.#chunks.length === 0 && !this.#isClosed) await this.#arrival(timeoutMs);
    if (this.#chunks.length === 0) return null;
    const all = new Uint8Array(Buffer.concat(this.#chunks));
    this.#chunks = [];
    this.#size = 0;
    return all;
  }

  close(): void {
    this.#isClosed = true;
    this.#wakeAll();
  }

  #wakeAll(): void {
    for (const wake of this.#sleepers) wake();
  }

  #arrival(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, Math.max(0, timeoutMs));
      this.#sleepers.add(wake);
    });
  }
}

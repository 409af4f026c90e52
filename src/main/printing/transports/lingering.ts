import type { Socket } from 'node:net';

/** How long a finished line is kept for a printer that reads slowly; after that nobody waits for its answers. */
const lingerMs = 60_000;
/** How long the next line waits for it to go by itself. */
const leaveMs = 1000;

/**
 * Keeps a finished line open until the printer hangs up. A printer that reads late answers our questions late; if nobody
 * were there to take the answer, its network would throw away the rest of the job with the connection.
 */
export class Lingering {
  #socket: Socket | null = null;
  #timer: NodeJS.Timeout | null = null;

  keep(socket: Socket): void {
    this.end();
    this.#socket = socket;
    socket.unref();
    this.#timer = setTimeout(() => this.end(), lingerMs);
    this.#timer.unref();
  }

  /**
   * Waits for the kept line to end, then ends it: the printer serves one client at a time, and what is left of the last
   * line must not stand in the way of the next.
   */
  async leave(timeoutMs: number): Promise<void> {
    const socket = this.#socket;
    if (socket !== null && !socket.destroyed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(timeoutMs, leaveMs));
        socket.once('close', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    this.end();
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#socket?.destroy();
    this.#socket = null;
  }
}

/** One owner per physical device: work for one device runs one after another, devices do not wait for each other. */
export class DeviceQueues {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Whether work for this device is running or waiting. */
  isBusy(deviceKey: string): boolean {
    return this.#tails.has(deviceKey);
  }

  run<T>(deviceKey: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(deviceKey) ?? Promise.resolve();
    const result = before.then(task, task);
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (this.#tails.get(deviceKey) === tail) this.#tails.delete(deviceKey);
      });
    this.#tails.set(deviceKey, tail);
    return result;
  }

  /** Resolves when everything asked so far has ended. */
  async idle(): Promise<void> {
    await Promise.all(this.#tails.values());
  }
}

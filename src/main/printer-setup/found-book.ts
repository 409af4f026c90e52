import type { FoundPrinterView } from '../../shared/ipc/printer-setup.ts';
import type { PrinterConfig } from '../../shared/printing/printer.ts';
import type { FoundPrinter } from '../printing/discovery/types.ts';
import { deviceKeyOf, parseAddress } from '../printing/transports/address.ts';

/** Hands out an id for each address that was found, so that the window need not name addresses. Ids are never reused. */
export class FoundBook {
  readonly #ids = new Map<string, string>();

  /** Address behind an id; null for one that was never handed out in this run. */
  address(foundId: string): string | null {
    for (const [address, id] of this.#ids) if (id === foundId) return address;
    return null;
  }

  views(found: readonly FoundPrinter[], configured: readonly PrinterConfig[]): readonly FoundPrinterView[] {
    const users = new Map(configured.map((config) => [keyOf(config.address), config.id]));
    return found.map((printer) => {
      const { address, otherAddresses, name, suggestion, sharedWithQueue } = printer;
      const usedBy = [address, ...otherAddresses].map((one) => users.get(keyOf(one))).find((id) => id);
      return {
        foundId: this.#idOf(address),
        name,
        address,
        suggestion,
        usedBy: usedBy ?? null,
        sharedWithQueue,
      };
    });
  }

  #idOf(address: string): string {
    const known = this.#ids.get(address);
    if (known !== undefined) return known;
    const id = `found-${this.#ids.size + 1}`;
    this.#ids.set(address, id);
    return id;
  }
}

function keyOf(address: string): string {
  const parsed = parseAddress(address);
  return parsed.ok ? deviceKeyOf(parsed.value) : address;
}

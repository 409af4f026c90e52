import type { Encoder } from '../encoders/encoder.ts';
import type { Driver, Ending, Protocol, Standing } from './types.ts';

/** For languages without a question to ask: the bytes go out, and "sent" is the most that can be said. */
class QuietProtocol implements Protocol {
  readonly cancel = null;

  async ask(): Promise<Standing> {
    return { kind: 'silent' };
  }

  wrap(job: Uint8Array): Uint8Array {
    return job;
  }

  heard(): null {
    return null;
  }

  holdBack(): number {
    return 0;
  }

  async hasRead(): Promise<null> {
    return null;
  }

  async ending(): Promise<Ending> {
    return { kind: 'unproven' };
  }
}

export function quietDriver(encoder: Encoder): Driver {
  return { encoder, protocolFor: () => new QuietProtocol() };
}

import v8 from 'node:v8';
import vm from 'node:vm';

let collect: (() => void) | null = null;

/** What is really in use on the heap, in megabytes: after everything that can go has gone. */
export function heapMb(): number {
  if (collect === null) {
    // The bench runs without `--expose-gc`; a new context sees the switch that is set now.
    v8.setFlagsFromString('--expose-gc');
    const found: unknown = vm.runInNewContext('gc');
    if (typeof found !== 'function') throw new Error('The collector cannot be called');
    collect = () => void Reflect.apply(found, undefined, []);
  }
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1_048_576;
}

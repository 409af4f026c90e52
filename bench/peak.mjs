// One 600 dpi page, made and encoded in a process of its own: prints its peak memory beyond what was there before, in MB.
import { withModule } from './modules.mjs';

await withModule('peak-page.ts', async (/** @type {typeof import('./peak-page.ts')} */ module) => {
  console.log(`PEAK ${await module.peakOf(process.argv[2])}`);
});

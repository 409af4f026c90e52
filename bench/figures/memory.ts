import { inProject } from '../../scripts/lib/project.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { besidePeer, median } from '../measure.ts';
import type { FigureGroup } from '../types.ts';

/** Peak memory of making one 600 dpi page and turning it into ZPL, each time in a process of its own. */
export const memory: FigureGroup = {
  name: 'memory',
  async measure({ quick }) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < (quick ? 1 : 5); round += 1) {
      ours.push(await peak('ours'));
      theirs.push(await peak('peer'));
    }
    const peer = { name: 'qrcode + @napi-rs/canvas + zpl-image', value: median(theirs) };
    return [besidePeer('memory.page.600', 'MB', median(ours), peer, null)];
  },
};

async function peak(who: string): Promise<number> {
  const { output } = await run(process.execPath, ['--expose-gc', inProject('bench', 'peak.mjs'), who], {
    quiet: true,
  });
  const line = /^PEAK ([\d.]+)$/m.exec(output)?.[1];
  if (line === undefined) throw new Error(`No peak: ${output.slice(-1000)}`);
  return Number(line);
}

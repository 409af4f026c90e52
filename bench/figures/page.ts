import { dpis, makeBadge, payload } from '../badge.ts';
import { besidePeer, median, takeTurns } from '../measure.ts';
import { canvasPage } from '../peers/canvas-page.ts';
import type { Figure, FigureGroup } from '../types.ts';

/** Payload and names to the finished 1-bit badge, without the decode check. */
export const page: FigureGroup = {
  name: 'page',
  async measure({ quick }) {
    const figures: Figure[] = [];
    for (const dpi of dpis) {
      const [ours = [], theirs = []] = await takeTurns(
        [() => makeBadge(dpi), () => canvasPage(dpi, payload)],
        {
          rounds: quick ? 2 : 40,
        },
      );
      const peer = { name: 'qrcode + @napi-rs/canvas', value: median(theirs) };
      figures.push(besidePeer(`page.${dpi}`, 'ms', median(ours), peer, 0.5));
    }
    return figures;
  },
};

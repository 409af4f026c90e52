import { fail, ok, type Result } from '../../shared/result.ts';
import type { StationSettings } from '../../shared/settings/values.ts';
import type { Printers } from './types.ts';

/** Where each page is a file or a picture of its own. */
const apart = ['folder:', 'screen:'];

/**
 * The printer for a PIN slip: the first of its route that is free of trouble, else the first at all.
 *
 * SECURITY: pin-apart (docs/security.md). A roll without a cutter puts one job behind the other on the same strip of
 * paper. Where such a printer makes badges too, it is not used for slips: `slip-shares-paper`. Without a route:
 * `slip-not-set-up`. Never another printer than those of the route.
 */
export function chooseSlipPrinter(
  printers: Pick<Printers, 'list' | 'config' | 'profile'>,
  routes: StationSettings['routes'],
): Result<string> {
  const [first] = routes.pinSlip;
  if (first === undefined) return fail('slip-not-set-up');
  const badgeIds = new Set([...routes.badge, ...routes.temporary]);
  const badgeAddresses = new Set([...badgeIds].map((id) => addressOf(printers, id)));
  const fit = routes.pinSlip.filter((id) => {
    const config = printers.config(id);
    if (config === null) return false;
    const isStrip = config.media.kind === 'continuous' && printers.profile(id)?.cutter === 'none';
    if (!isStrip || apart.some((way) => config.address.startsWith(way))) return true;
    return !badgeIds.has(id) && !badgeAddresses.has(addressOf(printers, id));
  });
  const [chosen] = fit;
  if (chosen === undefined) {
    const isKnown = routes.pinSlip.some((id) => printers.config(id) !== null);
    return isKnown
      ? fail('slip-shares-paper', { printerId: first })
      : fail('printer-unknown', { printerId: first });
  }
  const views = new Map(printers.list().map((view) => [view.id, view]));
  return ok(fit.find((id) => views.get(id)?.problem === null) ?? chosen);
}

/** The same printer may stand in the list twice, under two names. */
function addressOf(printers: Pick<Printers, 'config'>, id: string): string {
  return printers.config(id)?.address.toLowerCase() ?? id;
}

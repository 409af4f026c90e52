import { maxPayloadBytes } from '../../../shared/credential/payload.ts';
import { dotsToMm, mmToDots } from '../../../shared/printing/media.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { BadgeAdvice } from '../types.ts';
import { levels, modulesOf, quietModules, versionFor, type Level } from './capacity.ts';

/** What a layout leaves for the symbol, in dots. Both limits hold. */
export interface SymbolRoom {
  readonly dpi: number;
  /** Edge of the black part: page less margins. */
  readonly inkDots: number;
  /** Edge of the whole symbol with its quiet zone; white paper beside the print head counts. */
  readonly boxDots: number;
  /** What this printer was seen to print readably, where that is coarser than usual. */
  readonly minDots?: number;
}

/** How large to print a symbol, and at which level. */
export interface SymbolSize {
  readonly version: number;
  readonly modules: number;
  readonly level: Level;
  readonly dotsPerModule: number;
  readonly moduleMm: number;
  /** Edge with the quiet zone. */
  readonly sizeMm: number;
  readonly advice: readonly BadgeAdvice[];
}

/** Microsoft asks for a printer that can print QR codes of 2 in × 2 in (Entra QR code sign-in, prerequisites). */
export const targetMm = 50.8;
/** Whole dots seldom give exactly 2 in; up to 5 % less still counts as 2 in (203 dpi, 65 modules: 48.8 mm). */
const targetTolerance = 0.95;
/**
 * Module of Microsoft's own picture at 2 in: 195 units, 3 a module, quiet zone included = 65 modules. A larger module
 * gains nothing, so dots above this size are spent on error correction.
 */
const ampleModuleMm = targetMm / 65;
/** Below 3 dots a dot of print gain closes the white modules: zxing and zbar fail at 2 dots, read at 3. */
const leastDots = 3;
/** Below 0.25 mm (10 mil) common readers and cameras fail, however many dots that is on a 600 dpi head. */
const leastModuleMm = 0.25;
/** What we aim at: a smaller module still reads, but asks for a good camera and a clean print. */
const aimDots = 4;
const aimModuleMm = 0.5;

/**
 * The largest useful symbol for a payload of this length: 2 in where the room allows, at the highest error correction
 * level that costs no dot per module (counted up to Microsoft's own module size).
 *
 * Fails with `symbol-does-not-fit` (facts: neededMm, availableMm, dpi) below 3 dots or 0.25 mm a module, and with
 * `payload-invalid` for lengths no symbol can carry.
 */
export function adviseSize(payloadBytes: number, room: SymbolRoom): Result<SymbolSize> {
  if (!Number.isInteger(payloadBytes) || payloadBytes < 1 || payloadBytes > maxPayloadBytes) {
    return fail('payload-invalid', { bytes: Number.isFinite(payloadBytes) ? payloadBytes : -1 });
  }
  const options = levels.flatMap((level) => {
    const version = versionFor(payloadBytes, level);
    if (version === null) return [];
    const modules = modulesOf(version);
    return [{ level, version, modules, dots: dotsPerModule(modules, room) }];
  });
  // The length was checked, so level L is always there: it carries the longest payload of all.
  const [least] = options;
  if (least === undefined) return fail('payload-invalid', { bytes: payloadBytes });
  const floorDots = Math.max(
    leastDots,
    room.minDots ?? 0,
    Math.ceil((leastModuleMm * room.dpi) / 25.4 - 1e-9),
  );
  // Written so that a room without a figure (NaN) is refused too.
  if (!(least.dots >= floorDots)) {
    const neededMm = dotsToMm(floorDots * (least.modules + 2 * quietModules), room.dpi);
    return fail('symbol-does-not-fit', {
      neededMm: tenths(neededMm),
      availableMm: tenths(Math.max(0, dotsToMm(room.boxDots, room.dpi)) || 0),
      dpi: room.dpi,
    });
  }
  const keepDots = Math.min(least.dots, Math.max(aimDots, mmToDots(ampleModuleMm, room.dpi)));
  // Error correction must not cost the 2 in either, where a lower level would reach them.
  const reaching = options.filter((option) => isTwoInches(option.dots, option.modules, room.dpi));
  const candidates = reaching.length > 0 ? reaching : options;
  const chosen = candidates.findLast((option) => option.dots >= keepDots) ?? least;
  const moduleMm = dotsToMm(chosen.dots, room.dpi);
  const sizeMm = dotsToMm(chosen.dots * (chosen.modules + 2 * quietModules), room.dpi);
  const advice: BadgeAdvice[] = [];
  if (!isTwoInches(chosen.dots, chosen.modules, room.dpi)) advice.push('below-2in');
  // 4 dots at 203 dpi are 0.5005 mm; the hundredth keeps a head of 203.2 dpi on the same side.
  if (chosen.dots < aimDots || moduleMm < aimModuleMm - 0.01) advice.push('thin-modules');
  return ok({
    version: chosen.version,
    modules: chosen.modules,
    level: chosen.level,
    dotsPerModule: chosen.dots,
    moduleMm,
    sizeMm,
    advice,
  });
}

/** Whole dots a module may have: what 2 in asks for, or less when the room ends earlier. */
function dotsPerModule(modules: number, room: SymbolRoom): number {
  const withQuiet = modules + 2 * quietModules;
  const wanted = Math.ceil((targetTolerance * targetMm * room.dpi) / 25.4 / withQuiet);
  return Math.max(
    0,
    Math.min(wanted, Math.floor(room.inkDots / modules), Math.floor(room.boxDots / withQuiet)),
  );
}

function isTwoInches(dots: number, modules: number, dpi: number): boolean {
  return dotsToMm(dots * (modules + 2 * quietModules), dpi) >= targetMm * targetTolerance;
}

function tenths(mm: number): number {
  return Math.round(mm * 10) / 10;
}

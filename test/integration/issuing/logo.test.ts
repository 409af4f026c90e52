import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { personWith } from '../../fakes/issuing/people.ts';
import { StationRig, type RigOptions } from '../../fakes/issuing/rig.ts';
import { readLabel } from '../../fakes/issuing/paper.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { must } from '../../fakes/spool-samples.ts';

const logo = fileURLToPath(new URL('../../fixtures/badges/logo.png', import.meta.url));
const dir = mkdtempSync(path.join(tmpdir(), 'badge-logo-'));
const rigs: StationRig[] = [];
afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.close();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function printOne(options: RigOptions): Promise<StationRig> {
  const rig = await StationRig.start(options);
  rigs.push(rig);
  const lifetime = { kind: 'standard', days: 365 } as const;
  const holderId = personWith(null).id;
  const plan = must(
    await rig.call('issue.plan', { holderId, operation: 'first-badge', lifetime, printerId: 'front' }),
  );
  must(await rig.call('issue.run', { planId: plan.planId, clickedAtMs: 0, note: '' }));
  await eventually('the badge', () => rig.sim.labels.length === 1);
  expect(await readLabel(rig.sim.labels[0] ?? '')).toContain('ms-qrpin');
  return rig;
}

/** Length of the label in dots. */
function lengthOf(rig: StationRig): number {
  return Number(/\^LL(\d+)/.exec(rig.sim.labels[0] ?? '')?.[1]);
}

describe('a station with a logo', () => {
  it('prints it on a badge that reads', async () => {
    // A roll, where paper is as long as it takes: the logo makes the badge longer.
    const media = { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 } as const;
    const rig = await printOne({ logo, media });
    const plain = await printOne({ media });
    expect(must(await rig.call('app.snapshot', {})).warnings).toEqual([]);
    expect(lengthOf(rig) - lengthOf(plain)).toBeGreaterThan(40);
  });

  it('says that a bad one is left out, and prints all the same', async () => {
    const bad = path.join(dir, 'bad.png');
    writeFileSync(bad, 'no picture');
    const rig = await printOne({ logo: bad });
    expect(must(await rig.call('app.snapshot', {})).warnings).toMatchObject([
      { code: 'logo-unusable', facts: { path: '$.site.logo', reason: 'not-a-png' } },
    ]);
  });
});

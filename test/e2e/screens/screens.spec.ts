import { expect, type Page, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { openSamplePage, type SamplePage } from './open-page.ts';
import { scenes } from './scenes.ts';

/**
 * Ways people see the window. Every screen is pictured in each, and measured; axe runs with all its rules once, and in
 * the other views with the rules that the view can break (`rules: []` = none).
 */
const views = [
  { name: 'light', media: { colorScheme: 'light' }, width: 1280, height: 800, locale: 'en-GB', rules: null },
  {
    name: 'dark',
    media: { colorScheme: 'dark' },
    width: 1280,
    height: 800,
    locale: 'de-DE',
    rules: ['color-contrast'],
  },
  {
    name: 'right-to-left',
    media: { colorScheme: 'light' },
    width: 1280,
    height: 800,
    locale: 'ar',
    rules: ['color-contrast', 'valid-lang'],
  },
  // 1280 × 800 at 200 % zoom leaves 640 × 400 CSS pixels.
  {
    name: 'zoomed',
    media: { colorScheme: 'light' },
    width: 640,
    height: 400,
    locale: 'fr-FR',
    rules: ['scrollable-region-focusable', 'target-size'],
  },
  {
    name: 'forced-colours',
    media: { colorScheme: 'dark', forcedColors: 'active' },
    width: 1280,
    height: 800,
    locale: 'ja',
    rules: [],
  },
] as const;

const pictures = '.test-results/screens';
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let sample: SamplePage;
test.beforeAll(async () => {
  sample = await openSamplePage();
});
test.afterAll(async () => {
  await sample.close();
});

for (const view of views) {
  test(`every screen is readable and within the rules: ${view.name}`, async () => {
    test.setTimeout(120_000);
    const { page } = sample;
    const folder = path.join(pictures, view.name);
    await mkdir(folder, { recursive: true });
    const axe = await readFile(axeFile, 'utf8');
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce', ...view.media });
    await page.setViewportSize({ width: view.width, height: view.height });
    const problems: string[] = [];
    for (const scene of scenes) {
      if (scene.fresh) {
        await sample.load({ ...scene.fresh, locale: view.locale });
        await page.evaluate(axe);
      }
      await scene.go(page);
      await page.screenshot({ path: path.join(folder, `${scene.name}.png`), animations: 'disabled' });
      const found = [...(await axeFindings(page, view.rules)), ...(await sizeFindings(page))];
      problems.push(...found.map((finding) => `${scene.name}: ${finding}`));
    }
    expect(problems).toEqual([]);
  });
}

/** What axe has to say, by the rules of WCAG 2.2 AA and its own good practice. */
async function axeFindings(page: Page, rules: readonly string[] | null): Promise<readonly string[]> {
  if (rules?.length === 0) return [];
  const { violations } = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: object, options: object): Promise<AxeResults> };
    };
    // Fluent UI's focus keeper: hidden stops at both ends of the page that pass the focus on at once.
    return axe.run({ exclude: ['[data-tabster-dummy]'] }, only === null ? {} : { runOnly: only });
  }, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Sideways scrolling, controls too small to hit, text below 14 px, and breaches of the content policy. */
async function sizeFindings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`scrolls sideways: ${scrollWidth} > ${clientWidth}`);
    for (const control of document.querySelectorAll<HTMLElement>(
      'button, [role=menuitem], select, summary',
    )) {
      const { width, height } = control.getBoundingClientRect();
      const least = control.matches('summary') ? 24 : 36;
      if (width > 0 && Math.min(width, height) < least - 0.5) {
        found.push(`small control ${control.textContent} ${Math.round(width)} × ${Math.round(height)}`);
      }
    }
    for (const element of document.querySelectorAll<HTMLElement>('main *, header *, aside *')) {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (hasText && size < 14) found.push(`small text ${element.textContent} ${size}`);
    }
    return [...new Set([...found, ...policyBreaches.splice(0).map((breach) => `content policy: ${breach}`)])];
  });
}

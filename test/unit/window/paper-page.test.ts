import { describe, expect, it } from 'vitest';
import { answerPaper, newPaperHost, paperUrl, type HeldPaper } from '../../../src/main/window/paper-page.ts';
import { isOurs } from '../../../src/main/window/scheme.ts';

const size = {
  jobName: 'badge-0123',
  widthDots: 637,
  heightDots: 1015,
  dpi: 300,
  paperWidthMicrons: 54_000,
  paperHeightMicrons: 86_000,
};
const host = newPaperHost();
const papers = new Map<string, HeldPaper>([[host, { png: Uint8Array.of(1, 2, 3), size }]]);

describe('the page of a badge on its way to a driver', () => {
  it('is a frame without script that may load its own picture and nothing else', async () => {
    const answer = answerPaper(paperUrl(host), papers);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("img-src 'self'");
    expect(policy).not.toMatch(/script-src|connect-src|unsafe/);
    const html = await answer.text();
    expect(html).not.toContain('<script');
    expect(html).toContain('@page { size: 54.000mm 86.000mm; margin: 0 }');
    // 637 dots at 300 dpi: the picture is its own size, not the paper's.
    expect(html).toContain('width: 2.123333in; height: 3.383333in');
  });

  it('is not kept by any cache', () => {
    for (const place of ['', 'page.png'])
      expect(answerPaper(`${paperUrl(host)}${place}`, papers).headers.get('cache-control')).toBe('no-store');
  });

  it('gives its picture as it is', async () => {
    const answer = answerPaper(`${paperUrl(host)}page.png`, papers);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 3]);
  });

  it.each([
    `${paperUrl(host)}page.png/`,
    `${paperUrl(host)}index.html`,
    `${paperUrl(host)}..%2fpage.png`,
    paperUrl(newPaperHost()),
    'badge-station://app/index.html',
  ])('answers nothing else: %s', (url) => {
    const answer = answerPaper(url, papers);
    expect(answer.status).toBe(404);
    expect(answer.body).toBeNull();
  });

  it('has an address that tells nothing, is never used twice, and is no page main listens to', () => {
    const hosts = new Set(Array.from({ length: 1000 }, newPaperHost));
    expect(hosts.size).toBe(1000);
    for (const each of hosts) {
      expect(each).toMatch(/^paper-[0-9a-f]{16}$/);
      expect(isOurs(paperUrl(each))).toBe(false);
    }
  });
});

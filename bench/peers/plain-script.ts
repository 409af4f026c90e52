import { connect } from 'node:net';
import { practiceAddresses } from '../../src/main/practice/directory.ts';
import { toInstant } from '../../src/shared/ids.ts';
import type { PracticeStation } from '../../test/fakes/practice-station.ts';
import type { Sheet } from '../../test/judges/sheet.ts';
import { canvasPage } from './canvas-page.ts';
import { encoderPeers } from './encoders.ts';

/**
 * What a handy person would write in an afternoon: one PUT, a QR code, some text, and the bytes to the printer. No note
 * before the write, no seal, no ledger, no look at the printer, no proof that the page reads.
 */
export async function printPlainly(
  station: PracticeStation,
  token: string,
  holderId: string,
  port: number,
): Promise<void> {
  const now = Date.now();
  const outcome = await station.tenant.send({
    method: 'PUT',
    url: `${practiceAddresses.graphBase}/users/${holderId}/authentication/qrCodePinMethod`,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      standardQRCode: { startDateTime: toInstant(now), expireDateTime: toInstant(now + 300 * 86_400_000) },
      pin: { code: '48213097' },
    }),
    timeoutMs: 10_000,
  });
  if (!outcome.ok || outcome.answer.status >= 300) throw new Error('The tenant did not make a code');
  const body = JSON.parse(new TextDecoder().decode(outcome.answer.body)) as {
    standardQRCode: { image: { rawContent: string } };
  };
  const dpi = 203;
  const bits = await canvasPage(dpi, Buffer.from(body.standardQRCode.image.rawContent, 'base64'));
  const [encoder] = encoderPeers.zpl ?? [];
  if (encoder === undefined) throw new Error('No encoder');
  const zpl = await encoder.encode(sheetOf(bits, Math.round((54 * dpi) / 25.4)));
  await new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(zpl));
    socket.on('error', reject).on('finish', () => resolve());
  });
}

function sheetOf(bits: Uint8Array, widthDots: number): Sheet {
  const perRow = Math.ceil(widthDots / 8);
  const height = bits.length / perRow;
  const dots = new Uint8Array(perRow * 8 * height);
  for (let at = 0; at < dots.length; at += 1) dots[at] = ((bits[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
  return { width: perRow * 8, height, dots };
}

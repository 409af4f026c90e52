import type { Picture } from './picture.ts';

/**
 * Pictures as an uncompressed film (YUV4MPEG2, yuv4mpeg(5) of the mjpegtools: a text header, then `FRAME` and the planes
 * of each picture). Chromium plays it over and over as its fake camera. Width and height must be even.
 */
export function y4mOf(pictures: readonly Picture[], framesPerSecond = 10): Buffer {
  const [first] = pictures;
  if (first === undefined) throw new Error('A film needs a picture');
  const { width, height } = first;
  const header = `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420\n`;
  // No colour: both colour planes in the middle, at a quarter of the size.
  const colour = Buffer.alloc((width * height) / 2, 128);
  const frames = pictures.flatMap(({ luma }) => [
    Buffer.from('FRAME\n'),
    // Video levels: 16 is black and 235 is white.
    Buffer.from(luma.map((grey) => 16 + (grey * 219) / 255)),
    colour,
  ]);
  return Buffer.concat([Buffer.from(header), ...frames]);
}

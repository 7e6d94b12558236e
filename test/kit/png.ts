import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture in grey, one byte a pixel, from the upper left. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const MARK = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads a page as `pdftoppm -gray` draws it. */
export function fromPgm(pgm: Buffer): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error('not a grey picture');
  const [width, height] = [Number(head[1]), Number(head[2])];
  return { width, height, pixels: new Uint8Array(pgm.subarray(head[0].length, head[0].length + width * height)) };
}

/** Reads a PNG as `encode` makes it: eight-bit grey, lines as they are or filtered by whoever shrank the file. */
export function decode(png: Buffer): Picture {
  const data: Buffer[] = [];
  let [width, height] = [0, 0];
  for (let at = MARK.length; at < png.length; ) {
    const size = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + size);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      if (body[8] !== 8 || body[9] !== 0 || body[12] !== 0) throw new Error('not a picture of eight-bit grey');
    } else if (type === 'IDAT') data.push(body);
    at += size + 12;
  }
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(data)), width, height) };
}

function unfiltered(lines: Buffer, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const filter = lines[row * (width + 1)] ?? 0;
    for (let at = 0; at < width; at += 1) {
      const value = lines[row * (width + 1) + 1 + at] ?? 0;
      const here = row * width + at;
      const left = at > 0 ? (pixels[here - 1] ?? 0) : 0;
      const up = row > 0 ? (pixels[here - width] ?? 0) : 0;
      const corner = at > 0 && row > 0 ? (pixels[here - width - 1] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      pixels[here] = value + guess;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

export function encode({ width, height, pixels }: Picture): Buffer {
  const lines = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1)
    lines.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([MARK, chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, body: Buffer): Buffer {
  const framed = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), body, Buffer.alloc(4)]);
  framed.writeUInt32BE(body.length, 0);
  framed.writeUInt32BE(crc32(framed.subarray(4, -4)), framed.length - 4);
  return framed;
}

/**
 * How much of a picture has changed, from 0 to 1: the share of spots of `spot` pixels a side whose average grey
 * differs by more than `grey` of 255. Letters may be drawn a hair differently by another version; lines may not move.
 */
export function changed(a: Picture, b: Picture, spot = 4, grey = 40): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  const [across, down] = [Math.floor(a.width / spot), Math.floor(a.height / spot)];
  let different = 0;
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      let sum = 0;
      for (let at = 0; at < spot * spot; at += 1) {
        const place = (y * spot + Math.floor(at / spot)) * a.width + x * spot + (at % spot);
        sum += (a.pixels[place] ?? 0) - (b.pixels[place] ?? 0);
      }
      if (Math.abs(sum) / (spot * spot) > grey) different += 1;
    }
  }
  return different / (across * down);
}

/** Both pictures side by side. */
export function beside(a: Picture, b: Picture): Picture {
  const gap = 8;
  const [width, height] = [a.width + gap + b.width, Math.max(a.height, b.height)];
  const pixels = new Uint8Array(width * height).fill(128);
  for (const [picture, left] of [
    [a, 0],
    [b, a.width + gap],
  ] as const) {
    for (let row = 0; row < picture.height; row += 1) {
      pixels.set(picture.pixels.subarray(row * picture.width, (row + 1) * picture.width), row * width + left);
    }
  }
  return { width, height, pixels };
}

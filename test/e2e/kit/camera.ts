import type { Locator, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';

/** Pixels as red, green, blue and alpha bytes in rows. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A photograph of the glass, or of one thing on it, as pixels. */
export async function photograph(page: Page, of: Page | Locator = page): Promise<Picture> {
  const shot = await of.screenshot();
  // Developed in an empty page: the kit's own page may not run what is needed here.
  const darkroom = await page.context().newPage();
  const { width, height, base64 } = await darkroom.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas');
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, image.width, image.height);
      let bytes = '';
      for (let at = 0; at < data.length; at += 8192) bytes += String.fromCharCode(...data.subarray(at, at + 8192));
      return { width: image.width, height: image.height, base64: btoa(bytes) };
    },
    `data:image/png;base64,${shot.toString('base64')}`,
  );
  await darkroom.close();
  return { width, height, data: Buffer.from(base64, 'base64') };
}

/** Reads the QR code off the glass as a phone's camera would: from a picture of the whole screen. */
export const readQr = async (page: Page): Promise<string> => decodeQR(await photograph(page));

/** The different colours of a picture, as `r,g,b`. */
export function coloursOf({ data }: Picture): Set<string> {
  const colours = new Set<string>();
  for (let at = 0; at < data.length; at += 4) colours.add(data.subarray(at, at + 3).join(','));
  return colours;
}

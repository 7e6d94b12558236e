import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import campaign from '../../../src/main/campaign/bluezone-2020.json' with { type: 'json' };
import { moduleScale, type QrModules, QUIET_ZONE, qrOf } from '../../../src/renderer/audience/qr.ts';

/** A photograph of the code: its own pixels, another way of painting than the one under test. */
function photograph(modules: QrModules, scale: number): { width: number; height: number; data: Uint8Array } {
  const side = modules.length * scale;
  const data = Uint8Array.from({ length: side * side * 4 }, (_, at) => {
    if (at % 4 === 3) return 255;
    const pixel = Math.floor(at / 4);
    const row = modules[Math.floor(pixel / side / scale)];
    return row?.[Math.floor((pixel % side) / scale)] === true ? 20 : 235;
  });
  return { width: side, height: side, data };
}

const install = qrOf(campaign.links.install) ?? [];

describe('the QR code for the queue', () => {
  test('leads to the link of the campaign when it is read back', () => {
    expect(decodeQR(photograph(install, 7))).toBe('https://bluezone.gov.vn/taiapp');
  });

  test('is the smallest one, version 2 of 25 modules, with four light modules around it', () => {
    expect(install).toHaveLength(25 + 2 * QUIET_ZONE);
    const rim = install.flatMap((row, y) =>
      row.filter((_, x) => Math.min(x, y, row.length - 1 - x, install.length - 1 - y) < QUIET_ZONE),
    );
    expect(rim).toHaveLength(33 * 33 - 25 * 25);
    expect(rim.every((dark) => !dark)).toBe(true);
  });

  test('reads every link of the campaign back', () => {
    for (const link of Object.values(campaign.links)) expect(decodeQR(photograph(qrOf(link) ?? [], 5))).toBe(link);
  });

  test('is refused when the link is longer than a code can hold', () => {
    expect(qrOf(`https://bluezone.gov.vn/${'a'.repeat(3000)}`)).toBeNull();
  });

  test('gives each module whole pixels of the glass', () => {
    expect(moduleScale(33, 696, 1)).toBe(21);
    expect(moduleScale(33, 696, 1.25)).toBe(26);
    expect(moduleScale(33, 20, 1)).toBe(1);
  });
});

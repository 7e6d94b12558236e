import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';

/** Light modules around the symbol, ISO/IEC 18004 §9.1. */
export const QUIET_ZONE = 4;
/** Pixels a module is painted with when the code reads itself back. */
const PROOF_SCALE = 4;

/** Dark (`true`) and light modules in rows, the quiet zone included; always a square. */
export type QrModules = readonly (readonly boolean[])[];

/**
 * The code of a link at error level L: a screen needs no reserve against dirt, and fewer modules are larger ones.
 * It is read back from painted pixels first; `null` when what comes out is not the link, so that a code that
 * leads elsewhere is never shown.
 */
export function qrOf(link: string): QrModules | null {
  try {
    const modules = encodeQR(link, 'raw', { ecc: 'low', border: QUIET_ZONE });
    return decodeQR(painted(modules)) === link ? modules : null;
  } catch {
    // Longer than a code can hold, or not readable at all.
    return null;
  }
}

/** The modules as the pixels of a picture, four bytes each. */
function painted(modules: QrModules): { width: number; height: number; data: Uint8Array } {
  const side = modules.length * PROOF_SCALE;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const dark = modules[Math.floor(y / PROOF_SCALE)]?.[Math.floor(x / PROOF_SCALE)] === true;
      if (dark) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

/** Whole device pixels for one module, so that no edge is smoothed. `box` is in CSS pixels; at least 1. */
export const moduleScale = (modules: number, box: number, pixelRatio: number): number =>
  Math.max(1, Math.floor((box * pixelRatio) / modules));

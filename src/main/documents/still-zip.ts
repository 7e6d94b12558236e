const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
/** 1 January 1980, 00:00: the first moment that a zip can name. */
const TIME = 0;
const DATE = 0x21;

/**
 * Gives every entry of a zip the same time, in place: both document libraries stamp the clock of the machine
 * into their entries, and a report made twice must be the same report. Zip files below 4 GiB, no comment.
 */
export function stillZip(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('a zip without an end record');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('a zip with a broken directory');
    stamp(view, at + 12);
    stamp(view, view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}

function stamp(view: DataView, at: number): void {
  view.setUint16(at, TIME, true);
  view.setUint16(at + 2, DATE, true);
}

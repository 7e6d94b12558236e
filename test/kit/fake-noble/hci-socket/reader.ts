/** Fails as noble's reader does: an error thrown from a file of its `hci-socket` folder, out of a native callback. */
export function parseStrange(packet: Buffer): number {
  return packet.readInt8(9);
}

/** The packages declare their types under other names; what is used of them stands in `noble-shape.ts` and here. */
declare module '@abandonware/noble' {
  import type { Noble } from './noble-types.ts';

  const noble: Noble & { withBindings(kind: 'hci' | 'dbus'): Noble };
  export default noble;
}

declare module '@abandonware/bleno' {
  export interface Bleno {
    on(event: 'stateChange', listener: (state: string) => void): void;
    on(event: 'advertisingStart', listener: (error: Error | null | undefined) => void): void;
    startAdvertisingWithEIRData(packet: Buffer): void;
    stopAdvertising(): void;
  }

  const bleno: Bleno;
  export default bleno;
}

/** The few pieces of noble that the kit uses; the package declares its own types under another name. */
declare module '@abandonware/noble' {
  export interface Noble {
    readonly state: string;
    on(event: 'stateChange', listener: (state: string) => void): void;
    on(event: 'discover', listener: (peripheral: Peripheral) => void): void;
    on(event: 'scanStop', listener: () => void): void;
    startScanningAsync(services: string[], allowDuplicates: boolean): Promise<void>;
    stopScanningAsync(): Promise<void>;
  }

  export interface Peripheral {
    readonly id: string;
    readonly address: string;
    readonly connectable: boolean;
    readonly rssi: number;
    readonly advertisement: {
      readonly localName?: string;
      readonly serviceUuids?: readonly string[];
      readonly manufacturerData?: Buffer;
    };
  }

  const noble: Noble;
  export default noble;
}

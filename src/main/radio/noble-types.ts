/** The few pieces of noble that the kit uses, as its three backends share them. */
export interface Noble {
  /** `unknown` until asked; asking starts the backend. */
  readonly state: string;
  on(event: 'stateChange', listener: (state: string) => void): void;
  on(event: 'discover', listener: (phone: Peripheral) => void): void;
  on(event: 'scanStart' | 'scanStop', listener: () => void): void;
  on(event: 'warning', listener: (message: string) => void): void;
  startScanningAsync(services: string[], allowDuplicates: boolean): Promise<void>;
  stopScanning(): void;
  stop(): void;
}

/** noble's own object for one phone. It changes under our hands and is never forgotten. */
export interface Peripheral {
  readonly id: string;
  /** Empty on macOS. */
  readonly address: string;
  readonly connectable: boolean;
  readonly rssi: number;
  readonly state: string;
  readonly advertisement: {
    readonly localName?: string;
    readonly serviceUuids?: readonly string[];
    readonly manufacturerData?: Buffer;
  };
  connectAsync(): Promise<void>;
  discoverSomeServicesAndCharacteristicsAsync(
    services: string[],
    characteristics: string[],
  ): Promise<{ readonly characteristics: readonly Characteristic[] }>;
  cancelConnect(): void;
  disconnectAsync(): Promise<void>;
}

export interface Characteristic {
  readAsync(): Promise<Buffer>;
}

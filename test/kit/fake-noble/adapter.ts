/** Stands in for `src/main/radio/linux-adapter.ts`: a machine with one adapter that everybody may use, and no bluetoothd. */
export const linuxAdapters = (): string[] => ['hci0'];
export const linuxAdapterEntries = (): string[] => ['hci0:1'];
export const linuxAbsence = (): null => null;
export const bluetoothdRuns = (): boolean => false;
export const mayUseRawAdapter = (): boolean => true;

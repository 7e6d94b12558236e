import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  bluetoothdRuns,
  linuxAbsence,
  linuxAdapterEntries,
  linuxAdapters,
  mayUseRawAdapter,
} from '../../../src/main/radio/linux-adapter.ts';
import { freshFolder } from '../../kit/folder.ts';

/** A Linux machine of files: adapters with their switches, switches of their own, programs that run. */
function machine(files: Readonly<Record<string, string>>) {
  const root = freshFolder();
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
  }
  const at = (name: string): string => path.join(root, name);
  return { bluetooth: at('bluetooth'), rfkill: at('rfkill'), processes: at('proc'), systemBus: at('bus') };
}

describe('a Linux laptop', () => {
  test('without Bluetooth in its kernel, or without an adapter, has none', () => {
    expect(linuxAbsence(machine({}))).toBe('no-adapter');
    expect(linuxAbsence(machine({ 'bluetooth/hci0:64/address': 'x' }))).toBe('no-adapter');
    expect(linuxAbsence(machine({ 'rfkill/rfkill0/type': 'wlan', 'rfkill/rfkill0/soft': '1' }))).toBe('no-adapter');
  });

  test('with an adapter can listen', () => {
    const places = machine({ 'bluetooth/hci0/rfkill0/soft': '0', 'bluetooth/hci0/rfkill0/hard': '0' });
    expect(linuxAbsence(places)).toBeNull();
    expect(linuxAdapters(places)).toEqual(['hci0']);
  });

  test('in flight mode, or with its switch off, has Bluetooth that is switched off', () => {
    expect(linuxAbsence(machine({ 'bluetooth/hci0/rfkill0/soft': '1' }))).toBe('powered-off');
    expect(linuxAbsence(machine({ 'bluetooth/hci0/rfkill3/hard': '1' }))).toBe('powered-off');
  });

  test('whose switch takes the adapter off the bus has Bluetooth that is switched off, not none', () => {
    const places = machine({ 'rfkill/rfkill2/type': 'bluetooth', 'rfkill/rfkill2/soft': '1' });
    expect(linuxAbsence(places)).toBe('powered-off');
  });

  test('with one adapter switched off and a stick plugged in can listen', () => {
    const places = machine({ 'bluetooth/hci0/rfkill0/soft': '1', 'bluetooth/hci1/rfkill1/soft': '0' });
    expect(linuxAbsence(places)).toBeNull();
  });

  test('tells a stick that was pulled and put back from the one before, though both are hci0', () => {
    const places = machine({ 'bluetooth/hci0/rfkill0/soft': '0' });
    const before = linuxAdapterEntries(places);
    expect(linuxAdapterEntries(places)).toEqual(before);
    renameSync(path.join(places.bluetooth, 'hci0'), path.join(places.bluetooth, 'pulled'));
    mkdirSync(path.join(places.bluetooth, 'hci0'));
    expect(linuxAdapters(places)).toEqual(['hci0']);
    expect(linuxAdapterEntries(places)).not.toEqual(before);
  });

  test('lets a process use the raw adapter with CAP_NET_RAW, and not without', () => {
    const status = (capabilities: string) => machine({ 'proc/self/status': `Name:\tnode\nCapEff:\t${capabilities}` });
    expect(mayUseRawAdapter(status('000001ffffffffff'))).toBe(true);
    expect(mayUseRawAdapter(status('0000000000002000'))).toBe(true);
    expect(mayUseRawAdapter(status('0000000000001000'))).toBe(false);
    expect(mayUseRawAdapter(status('0000000000000000'))).toBe(false);
    expect(mayUseRawAdapter(machine({}))).toBe(true);
  });

  test('leaves its adapters to bluetoothd where that runs and can be reached', () => {
    expect(bluetoothdRuns(machine({ 'proc/17/comm': 'bluetoothd', bus: '' }))).toBe(true);
    expect(bluetoothdRuns(machine({ 'proc/17/comm': 'bluetoothd' }))).toBe(false);
    expect(bluetoothdRuns(machine({ 'proc/17/comm': 'bash', bus: '' }))).toBe(false);
  });
});

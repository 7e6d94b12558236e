import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Configuration } from 'electron-builder';
import { beforeAll, describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
let config: Configuration;

beforeAll(async () => {
  // electron-builder's own reader, so that what is tested is what will be built.
  const require = createRequire(path.join(root, 'node_modules', 'electron-builder', 'package.json'));
  const reader = 'app-builder-lib/out/util/config/config';
  const { getConfig, validateConfiguration } = require(reader) as {
    getConfig(folder: string, file: string, options: null): Promise<Configuration>;
    validateConfiguration(
      config: Configuration,
      debug: { add(...args: unknown[]): void; isEnabled: boolean },
    ): Promise<void>;
  };
  config = await getConfig(root, 'electron-builder.yml', null);
  await validateConfiguration(config, { add: () => {}, isEnabled: false });
});

const targets = (list: unknown): string[] => (list as { target: string }[]).map(({ target }) => target).sort();

describe('what will be packaged', () => {
  test('is for the three systems, each to install and to carry on a stick', () => {
    expect(targets(config.win?.target)).toEqual(['nsis', 'zip']);
    expect(targets(config.mac?.target)).toEqual(['dmg', 'zip']);
    expect(targets(config.linux?.target)).toEqual(['AppImage', 'zip']);
  });

  test('is sent nowhere and looks for no update', () => {
    expect(config.publish).toBeNull();
    for (const part of [config.win, config.mac, config.linux, config.nsis, config.dmg]) {
      expect(part).not.toHaveProperty('publish');
    }
  });

  test('is installed by a person without an administrator’s password, who sees where', () => {
    expect(config.nsis).toMatchObject({ oneClick: false, perMachine: false, allowElevation: false });
  });

  test('never takes the count along when it is removed', () => {
    expect(config.nsis?.deleteAppDataOnUninstall).toBe(false);
  });

  test('tells a person on macOS in Vietnamese why it listens', () => {
    expect(config.mac?.extendInfo).toMatchObject({
      NSBluetoothAlwaysUsageDescription: expect.stringContaining('Trạm Bluezone nghe tín hiệu Bluetooth'),
    });
  });

  test('compiles nothing, and keeps the code in one archive', () => {
    expect(config).toMatchObject({ npmRebuild: false, asar: true });
  });

  test('decides every fuse', () => {
    expect(Object.keys(config.electronFuses ?? {}).sort()).toEqual([
      'enableCookieEncryption',
      'enableEmbeddedAsarIntegrityValidation',
      'enableNodeCliInspectArguments',
      'enableNodeOptionsEnvironmentVariable',
      'grantFileProtocolExtraPrivileges',
      'loadBrowserProcessSpecificV8Snapshot',
      'onlyLoadAppFromAsar',
      'runAsNode',
    ]);
  });

  test('writes file names without accents, which every stick and unzip program keeps', () => {
    expect(config.executableName).toMatch(/^[a-z-]+$/);
    expect(String(config.artifactName).replaceAll(/\$\{\w+\}/g, '')).toMatch(/^[a-z.-]+$/);
  });

  test('has an icon of its own, large enough for every system', () => {
    const icon = readFileSync(path.join(root, 'build', 'icon.png'));
    // The first chunk of a PNG gives width and height (PNG specification §11.2.2).
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([1024, 1024]);
    // Made once, since the tool that would make them is fetched from the internet at build time.
    for (const file of ['icon.ico', 'icon.icns', 'icon.svg']) {
      expect(existsSync(path.join(root, 'build', file)), file).toBe(true);
    }
  });
});

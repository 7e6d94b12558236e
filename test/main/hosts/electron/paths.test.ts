import { describe, expect, test } from 'vitest';
import { dataFolderOf, type Place, PORTABLE_MARKER, userDataFolder } from '../../../../src/main/files/paths.ts';

const linux: Place = { platform: 'linux', env: {}, home: '/home/hoa' };
const mac: Place = { platform: 'darwin', env: {}, home: '/Users/hoa' };
const windows: Place = {
  platform: 'win32',
  env: { LOCALAPPDATA: 'C:\\Users\\Hoa\\AppData\\Local', OneDrive: 'C:\\Users\\Hoa\\OneDrive' },
  home: 'C:\\Users\\Hoa',
};
const nowhere = () => false;
const only = (file: string) => (asked: string) => asked === file;

describe('where data live', () => {
  test('is the user’s local data folder of the platform', () => {
    expect(userDataFolder(linux)).toBe('/home/hoa/.local/share/tram-bluezone');
    expect(userDataFolder({ ...linux, env: { XDG_DATA_HOME: '/data/hoa' } })).toBe('/data/hoa/tram-bluezone');
    expect(userDataFolder(mac)).toBe('/Users/hoa/Library/Application Support/tram-bluezone');
    expect(userDataFolder(windows)).toBe('C:\\Users\\Hoa\\AppData\\Local\\tram-bluezone');
  });

  test('stays local when the environment is empty or makes no sense', () => {
    expect(userDataFolder({ ...windows, env: {} })).toBe('C:\\Users\\Hoa\\AppData\\Local\\tram-bluezone');
    expect(userDataFolder({ ...linux, env: { XDG_DATA_HOME: 'share' } })).toBe('/home/hoa/.local/share/tram-bluezone');
  });

  test('is never a folder that a sync client watches', () => {
    for (const place of [linux, mac, windows]) expect(userDataFolder(place)).not.toMatch(/OneDrive|Documents|Desktop/);
  });

  test('is beside the program when a marker lies there', () => {
    const marker = `E:\\Tram\\${PORTABLE_MARKER}`;
    expect(dataFolderOf('E:\\Tram\\tram-bluezone.exe', windows, only(marker))).toBe('E:\\Tram\\data');
    expect(dataFolderOf('/media/usb/kit/tram-bluezone', linux, only(`/media/usb/kit/${PORTABLE_MARKER}`))).toBe(
      '/media/usb/kit/data',
    );
  });

  test('is beside the bundle on macOS and beside the AppImage on Linux, where a person sees them', () => {
    expect(
      dataFolderOf('/Volumes/USB/Trạm Bluezone.app/Contents/MacOS/x', mac, only(`/Volumes/USB/${PORTABLE_MARKER}`)),
    ).toBe('/Volumes/USB/data');
    const image: Place = { ...linux, env: { APPIMAGE: '/media/usb/tram.AppImage' } };
    expect(dataFolderOf('/tmp/.mount_tramX/tram-bluezone', image, only(`/media/usb/${PORTABLE_MARKER}`))).toBe(
      '/media/usb/data',
    );
  });

  test('is the user’s folder when there is no marker', () => {
    expect(dataFolderOf('C:\\Program Files\\x\\tram-bluezone.exe', windows, nowhere)).toBe(userDataFolder(windows));
  });
});

/** What a desktop runs: the system bus, and bluetoothd, which takes every adapter that it finds. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const SOCKET = '/run/dbus/system_bus_socket';
const CONFIG = '/etc/lab-bus.conf';
const LOOK_MS = 100;
/** What bluetoothd may take to come up under emulation. */
const LOOKS = 300;

/** A bus on which everybody may speak to everybody: the lab has one user and a stranger. */
const POLICY = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path=${SOCKET}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_type="method_call"/>
    <allow send_type="signal"/>
    <allow send_requested_reply="true"/>
    <allow receive_requested_reply="true"/>
  </policy>
</busconfig>
`;

/** Resolves when bluetoothd has the adapter and has switched it on. The programs are to be ended in reverse order. */
export async function startDesktop(): Promise<ChildProcess[]> {
  for (const folder of ['/run/dbus', '/etc', '/var/lib/bluetooth']) mkdirSync(folder, { recursive: true });
  writeFileSync(CONFIG, POLICY);
  writeFileSync('/etc/machine-id', '0123456789abcdef0123456789abcdef\n');
  const bus = spawn('dbus-daemon', [`--config-file=${CONFIG}`, '--nofork'], { stdio: ['ignore', 'ignore', 'inherit'] });
  await until(() => existsSync(SOCKET));
  const daemon = spawn('bluetoothd', ['--nodetach'], { stdio: ['ignore', 'ignore', 'inherit'] });
  await until(powered);
  return [bus, daemon];
}

/** Whether bluetoothd says on the bus that its adapter is on. */
async function powered(): Promise<boolean> {
  const get = 'org.freedesktop.DBus.Properties.Get';
  const property = ['string:org.bluez.Adapter1', 'string:Powered'];
  const ask = ['--system', '--print-reply', '--dest=org.bluez', '/org/bluez/hci0', get, ...property];
  const { stdout } = await run('dbus-send', ask).catch(() => ({ stdout: '' }));
  return /boolean true/.test(stdout);
}

async function until(look: () => boolean | Promise<boolean>): Promise<void> {
  for (let n = 0; n < LOOKS; n++) {
    if (await look()) return;
    await sleep(LOOK_MS);
  }
  throw new Error('bluetoothd did not take the adapter');
}

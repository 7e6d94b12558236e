import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { KEY } from '../files.ts';

/** One installation, known by its Ed25519 key. */
export interface Machine {
  /** Twelve characters of the key's hash: short enough to read over the telephone. */
  readonly name: string;
  /** Raw public key, 32 bytes. */
  readonly publicKey: Buffer;
  readonly privateKey: KeyObject;
}

/**
 * The key of this installation, made at the first start. It stays beside the database and outside it: a
 * backup restored on another laptop must not speak in this one's name.
 */
export function machineKey(folder: string): Machine {
  const file = path.join(folder, KEY);
  if (!existsSync(file)) writeKey(file);
  const text = readFileSync(file, 'utf8');
  try {
    return machineOf(createPrivateKey(text));
  } catch {
    // A torn key cannot sign any more. It is kept, and the laptop goes on counting under a new name.
    renameSync(file, `${file}.torn-${randomUUID().slice(0, 8)}`);
    return machineKey(folder);
  }
}

function machineOf(privateKey: KeyObject): Machine {
  // The last 32 bytes of the SubjectPublicKeyInfo are the raw key (RFC 8410 §4).
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { name: machineName(publicKey), publicKey, privateKey };
}

/** Letters and digits that are not mistaken for each other when read aloud. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz2';

export function machineName(publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(publicKey).digest();
  return Array.from(digest.subarray(0, 12), (byte) => ALPHABET[byte & 31]).join('');
}

/** Written whole or not at all: a torn key would be a machine that nobody knows. */
function writeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const handle = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(handle, privateKey.export({ format: 'pem', type: 'pkcs8' }) as string);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
}

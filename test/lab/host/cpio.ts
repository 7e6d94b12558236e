/**
 * Writes cpio archives of the kind the kernel unpacks at boot: "newc", as described in the kernel's
 * Documentation/driver-api/early-userspace/buffer-format.rst. Several may follow each other in one initramfs.
 */

const MODE = { directory: 0o040755, symlink: 0o120777, terminal: 0o020600 } as const;

/** Headers, names and contents each begin on a multiple of four bytes. */
const ALIGN = 4;

export class Archive {
  readonly #parts: Buffer[] = [];
  readonly #directories = new Set<string>();

  file(path: string, contents: Buffer, executable = false): void {
    this.#parents(path);
    this.#entry(path, executable ? 0o100755 : 0o100644, contents);
  }

  symlink(path: string, target: string): void {
    this.#parents(path);
    this.#entry(path, MODE.symlink, Buffer.from(target));
  }

  directory(path: string): void {
    if (this.#directories.has(path)) return;
    this.#parents(path);
    this.#directories.add(path);
    this.#entry(path, MODE.directory, Buffer.alloc(0));
  }

  /** A character device, for the console that the first process needs before /dev is mounted. */
  device(path: string, major: number, minor: number): void {
    this.#parents(path);
    this.#entry(path, MODE.terminal, Buffer.alloc(0), major, minor);
  }

  bytes(): Buffer {
    this.#entry('TRAILER!!!', 0, Buffer.alloc(0));
    return Buffer.concat(this.#parts);
  }

  #parents(path: string): void {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (parent) this.directory(parent);
  }

  #entry(path: string, mode: number, contents: Buffer, major = 0, minor = 0): void {
    const name = Buffer.from(`${path.replace(/^\//, '')}\0`);
    // ino, mode, uid, gid, nlink, mtime, filesize, devmajor, devminor, rdevmajor, rdevminor, namesize, check
    const fields = [0, mode, 0, 0, 1, 0, contents.length, 0, 0, major, minor, name.length, 0];
    const header = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`;
    this.#aligned(Buffer.concat([Buffer.from(header), name]));
    this.#aligned(contents);
  }

  #aligned(part: Buffer): void {
    this.#parts.push(part, Buffer.alloc((ALIGN - (part.length % ALIGN)) % ALIGN));
  }
}

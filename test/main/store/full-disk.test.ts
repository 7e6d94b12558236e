import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder } from '../../kit/folder.ts';

/** A disk of two megabytes, in a mount namespace of its own, on which a whole story of the terminal runs. */
function onSmallDisk(folder: string, story: string): string[] {
  const namespace = process.getuid?.() === 0 ? ['-m'] : ['-U', '-r', '-m'];
  const script = `mount -t tmpfs -o size=2m tmpfs ${folder} && ${story}`;
  const kit = path.resolve('dist/main/cli.js');
  const output = execFileSync('unshare', [...namespace, 'sh', '-c', script], {
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, KIT: kit, DATA: path.join(folder, 'data'), DISK: folder },
  });
  return output.trim().split('\n');
}

const TALLY = '"$NODE" "$KIT" tally --union TLD --outcome installed --json --data "$DATA" 2>&1';

test.runIf(process.platform === 'linux')(
  'says that the disk is full, keeps every acknowledged tally, and goes on when there is room again',
  () => {
    const lines = onSmallDisk(
      freshFolder(),
      [
        `${TALLY}`,
        `dd if=/dev/zero of="$DISK/ballast" bs=4k 2>/dev/null`,
        `${TALLY}`,
        `echo "exit $?"`,
        `rm "$DISK/ballast"`,
        `${TALLY}`,
        `"$NODE" "$KIT" verify --json --data "$DATA"`,
      ].join('; '),
    );
    const [first, refusal, exit, second, verified] = lines;
    expect(JSON.parse(first ?? '')).toMatchObject({ events: [{ seq: 1 }] });
    expect(JSON.parse(refusal ?? '')).toMatchObject({ code: 'data-full' });
    expect(exit).toBe('exit 1');
    expect(JSON.parse(second ?? '')).toMatchObject({ events: [{ seq: 2 }] });
    expect(JSON.parse(verified ?? '')).toMatchObject({ ok: true, events: 2 });
  },
);

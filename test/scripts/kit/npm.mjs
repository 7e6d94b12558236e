#!/usr/bin/env node
// Stands in for npm: answers each `npm ci` with the next turn that a test laid in its folder, and keeps count.
import { appendFileSync, existsSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.dirname(process.argv[1]);
const [command, ...args] = process.argv.slice(2);
if (command === 'config') {
  const key = args[1];
  const set = { registry: 'https://kho.example/', 'https-proxy': process.env.STAND_IN_PROXY };
  process.stdout.write(`${set[key] ?? 'null'}\n`);
  process.exit(0);
}

const calls = path.join(folder, 'calls');
const before = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n').length : 0;
appendFileSync(calls, `${[command, ...args].join(' ')}\n`);
const {
  text = '',
  code = 0,
  installs = true,
  without = [],
  waits = false,
  staysAfterwards = false,
} = JSON.parse(readFileSync(path.join(folder, `turn-${before}.json`), 'utf8'));
if (waits) {
  const go = path.join(folder, 'go');
  await new Promise((resolve) => {
    const watcher = watch(folder, () => existsSync(go) && resolve(watcher.close()));
    if (existsSync(go)) resolve(watcher.close());
  });
}
process.stderr.write(text);
if (installs) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const { '': _, ...packages } = lock.packages;
  const there = Object.entries(packages).filter(([name]) => !without.includes(path.basename(name)));
  for (const [name, entry] of there) {
    mkdirSync(name, { recursive: true });
    writeFileSync(path.join(name, 'package.json'), JSON.stringify({ version: entry.version }));
  }
  mkdirSync('node_modules', { recursive: true });
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(there) }));
}
process.exitCode = code;
if (staysAfterwards) setInterval(() => {}, 60_000);

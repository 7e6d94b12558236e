/** A worker thread that proves one backup: replaying a large log may take seconds, and counting does not wait. */
import { parentPort, workerData } from 'node:worker_threads';
import { proveBackup } from './backup.ts';

parentPort?.postMessage(proveBackup(String(workerData)));

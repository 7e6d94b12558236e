// Reads the results of every step and fails when one of them ran nothing, skipped something, or did not leave results.
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const skipped = (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0);
  if (!(result.numPassedTests > 0) || skipped > 0) {
    console.error(`ci: ${file}: ${result.numPassedTests ?? 0} passed, ${skipped} skipped; every test must run here`);
    process.exit(1);
  }
  passed += result.numPassedTests;
  failed += result.numFailedTests;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

import { readFileSync } from 'node:fs';
import type { RadioSignature } from '../../../src/core/radio/signature-schema.ts';

/** The radio part of the campaign that the kit ships. */
export const signature = JSON.parse(
  readFileSync(new URL('../../../src/main/campaign/bluezone-2020.json', import.meta.url), 'utf8'),
).radio as RadioSignature;

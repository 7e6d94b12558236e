import { readFileSync } from 'node:fs';
import type { RadioSignature } from '../../../src/core/signature.ts';

/** The radio part of the campaign that the kit ships. */
export const signature = JSON.parse(
  readFileSync(new URL('../../../src/main/campaigns/bluezone-2020.json', import.meta.url), 'utf8'),
).radio as RadioSignature;

/** `npm run soak:store`: a thousand kills and a thousand corruptions, full size, as figures. */
import { corruptOften } from './corruption.ts';
import { killOften } from './kills.ts';

const [kills = 1_000, cases = 1_000, seed = 2_020] = process.argv.slice(2).map(Number);
console.log(JSON.stringify({ what: 'kills while counting', seed, ...(await killOften(kills, seed)) }));
console.log(JSON.stringify({ what: 'corruptions', seed, ...(await corruptOften(cases, seed)) }));

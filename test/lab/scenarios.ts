/** What the lab shows, in the order in which it is played: the last two look back on the whole day. */
import type { Scenario } from './scenario.ts';
import { airScenarios } from './scenarios/air.ts';
import { radioScenarios } from './scenarios/radio.ts';
import { verdictScenarios } from './scenarios/verdicts.ts';

export const scenarios: readonly Scenario[] = [...verdictScenarios, ...radioScenarios, ...airScenarios];

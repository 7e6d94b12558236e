import { expect, test } from 'vitest';
import { readCampaign } from '../../../src/core/campaign/campaign.ts';
import { deadlineOf } from '../../../src/core/report/deadline.ts';
import campaign from '../../../src/main/campaign/bluezone-2020.json' with { type: 'json' };
import { deadlineSays } from '../../../src/renderer/report/deadline-says.ts';

const read = readCampaign(campaign);
if (!read.ok) throw new Error('the campaign of the tests is broken');
const { value } = read;

test.each([
  ['2020-08-28', 'near', 2],
  ['2020-08-29', 'near', 1],
  ['2020-08-30', 'lastDay', 0],
  ['2020-08-31', 'late', -1],
])('a report due before 31 August: on %s the screen says %s', (today, says, daysLeft) => {
  const deadline = deadlineOf(value, today);
  expect([deadlineSays(deadline), deadline.daysLeft]).toEqual([says, daysLeft]);
});

import { type Campaign, readCampaign } from '../../src/core/campaign/campaign.ts';
import bluezone from '../../src/main/campaign/bluezone-2020.json' with { type: 'json' };
import cards from '../../src/main/campaign/bluezone-2020-cards.json' with { type: 'json' };

/** The campaign of letter 850/TLĐ, as the kit ships it. */
export function bluezone2020(): Campaign {
  const read = readCampaign(bluezone, cards);
  if (!read.ok) throw new Error(`bluezone-2020.json: ${read.error.code}`);
  return read.value;
}

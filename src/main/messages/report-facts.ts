import type { Bilingual, Campaign } from '../../core/campaign/campaign.ts';
import { nameOfFigure } from './index.ts';

const both = (vi: string, en: string): Bilingual => ({ vi, en });

/** The name of a figure that a report rests on, such as `counted.installed`. */
export function nameOfFact(key: string, campaign: Campaign): Bilingual {
  const [kind = '', code = '', part = ''] = key.split('.');
  switch (kind) {
    case 'counted': {
      const label = campaign.outcomes.find((outcome) => outcome.code === code)?.label ?? both(code, code);
      return both(`Đếm: ${label.vi}`, `Counted: ${label.en}`);
    }
    case 'reason': {
      const label = campaign.reasons.find((reason) => reason.code === code)?.label ?? both(code, code);
      return both(`Lý do: ${label.vi}`, `Reason: ${label.en}`);
    }
    case 'roster': {
      const { vi, en } = nameOfFigure(code);
      return both(`Danh sách: ${vi}`, `Roster: ${en}`);
    }
    case 'outreach': {
      const label = campaign.outreach.find((form) => form.code === code)?.label ?? both(code, code);
      return part === '' ? label : both(`${label.vi}, lượt người`, `${label.en}, people`);
    }
    default: {
      const { vi, en } = nameOfFigure(code);
      return both(`Tự báo cáo: ${vi}`, `Declared: ${en}`);
    }
  }
}

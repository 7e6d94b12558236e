import { shortDate } from '../../core/base/day.ts';
import { never } from '../../core/base/result.ts';
import type { Bilingual } from '../../core/campaign/campaign.ts';
import { figureNames } from '../../core/figures/names.ts';
import type { LogEvent } from '../../core/log/event.ts';
import type { ReportStep } from '../../core/report/life.ts';
import { formNames } from './form-parts.ts';

type ReportEvent = Extract<LogEvent, { kind: 'issued' | 'moved' | 'received' | 'form' | 'chosen' | 'due' }>;

const both = (vi: string, en: string): Bilingual => ({ vi, en });

/** What was done to a report. */
const steps: Readonly<Record<ReportStep, Bilingual>> = {
  sent: both('Đã gửi báo cáo', 'Report sent'),
  approved: both('Đã duyệt báo cáo', 'Report approved'),
  locked: both('Đã khóa báo cáo', 'Report locked'),
};

/** A form taken from a file can change every part of it; a line of the history names the first few. */
const NAMED = 6;
const some = (names: readonly string[], others: (more: number) => string): string =>
  names.length <= NAMED ? names.join(', ') : `${names.slice(0, NAMED).join(', ')} ${others(names.length - NAMED)}`;

/** What an event of a report's life did, in one line for the history of a union. */
export function reportHistory({ kind, body }: ReportEvent): Bilingual {
  switch (kind) {
    case 'issued': {
      const day = shortDate(body.issuedOn);
      return body.replaces === undefined
        ? both(`Ban hành Báo cáo số ${body.symbol} ngày ${day}`, `Issued report ${body.symbol} of ${day}`)
        : both(
            `Ban hành Báo cáo số ${body.symbol} ngày ${day}, thay thế báo cáo trước`,
            `Issued report ${body.symbol} of ${day}, which replaces the one before`,
          );
    }
    case 'moved': {
      const { vi, en } = steps[body.state];
      return both(`${vi} ngày ${shortDate(body.on)}`, `${en} on ${shortDate(body.on)}`);
    }
    case 'received': {
      if (body.on === null) return both('Bỏ ghi nhận đã nhận báo cáo', 'Took back that a report was received');
      const paper = body.symbol === undefined ? '' : ` ${body.symbol}`;
      return both(
        `Đã nhận báo cáo${paper} ngày ${shortDate(body.on)}`,
        `Received report${paper} on ${shortDate(body.on)}`,
      );
    }
    case 'form': {
      const names = Object.keys(body.parts).map((part) => formNames[part as keyof typeof formNames]);
      return both(
        `Sửa mẫu văn bản: ${some(
          names.map(({ vi }) => vi),
          (more) => `và ${more} phần khác`,
        )}`,
        `Changed the form: ${some(
          names.map(({ en }) => en),
          (more) => `and ${more} more`,
        )}`,
      );
    }
    case 'chosen': {
      const lines = Object.entries(body.figures).map(([figure, source]) => {
        const name = figureNames[figure as keyof typeof figureNames];
        const taken = source === null ? both('để ngỏ', 'open') : sources[source ?? 'counted'];
        return both(`${name.vi}: ${taken.vi}`, `${name.en}: ${taken.en}`);
      });
      return both(
        `Chọn số liệu: ${lines.map(({ vi }) => vi).join('; ')}`,
        `Chose figures: ${lines.map(({ en }) => en).join('; ')}`,
      );
    }
    case 'due':
      return body.day === null
        ? both('Bỏ hạn riêng của đơn vị', 'Took back the union’s own deadline')
        : both(
            `Hạn báo cáo của đơn vị: hết ngày ${shortDate(body.day)}`,
            `Deadline of the union: end of ${shortDate(body.day)}`,
          );
    default:
      return never(kind);
  }
}

const sources = {
  counted: both('số đếm', 'counted'),
  declared: both('số tự báo cáo', 'declared'),
} as const;

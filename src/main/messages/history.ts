import { never } from '../../core/base/result.ts';
import type { Bilingual, Campaign } from '../../core/campaign/campaign.ts';
import { verdictNames } from '../../core/check/names.ts';
import { rules } from '../../core/figures/findings.ts';
import { figureNames } from '../../core/figures/names.ts';
import type { LogEvent } from '../../core/log/event.ts';
import { places } from './count-failures.ts';
import { ruleNames } from './findings.ts';
import { reportHistory } from './report-history.ts';

const both = (vi: string, en: string): Bilingual => ({ vi, en });
const join = (parts: readonly Bilingual[]): Bilingual =>
  both(parts.map(({ vi }) => vi).join('; '), parts.map(({ en }) => en).join('; '));

/** What an event did, in one line for the history of a union. */
export function historyWords(event: LogEvent, campaign: Campaign): Bilingual {
  const { kind, body } = event;
  switch (kind) {
    case 'tally': {
      const { vi, en } = counted(body, campaign);
      return body.source === 'paper'
        ? both(
            `Nhập từ phiếu giấy ngày ${body.day}: +${body.count} ${vi}`,
            `From a paper sheet of ${body.day}: +${body.count} ${en}`,
          )
        : both(`+${body.count} ${vi}`, `+${body.count} ${en}`);
    }
    case 'minus': {
      const { vi, en } = counted(body, campaign);
      return both(`Trừ bớt ${body.count} ${vi} ngày ${body.day}`, `Took off ${body.count} ${en} of ${body.day}`);
    }
    case 'undo':
      return body.why === 'confirmed'
        ? both(`Thay kết luận kiểm tra số ${body.target.seq}`, `Replaced the verdict of event ${body.target.seq}`)
        : both(`Hoàn tác lượt số ${body.target.seq}`, `Took back event ${body.target.seq}`);
    case 'check': {
      const { vi, en } = verdictNames[body.verdict];
      return both(`Kiểm tra phát tín hiệu: ${vi}`, `Radio check: ${en}`);
    }
    case 'union':
      return rosterWords(body);
    case 'declared':
      return join(declaredWords(body, campaign));
    case 'accepted':
      return accepted(body.rule);
    case 'booth':
      return both(`Bàn ${body.code}: ${body.name}`, `Booth ${body.code}: ${body.name}`);
    case 'shift': {
      const hand = body.hand === null ? '' : `, đếm tay ${body.hand}`;
      const handEn = body.hand === null ? '' : `, by hand ${body.hand}`;
      return body.phase === 'open'
        ? both(`Mở ngày ${body.day} ở bàn ${body.booth}`, `Opened ${body.day} at booth ${body.booth}`)
        : both(
            `Chốt ngày ${body.day} ở bàn ${body.booth}: máy đếm ${body.kit}${hand}`,
            `Closed ${body.day} at booth ${body.booth}: kit ${body.kit}${handEn}`,
          );
    }
    case 'issued':
    case 'moved':
    case 'received':
    case 'form':
    case 'chosen':
    case 'due':
      return reportHistory(event);
    default:
      return never(kind);
  }
}

/** Why, in the words of whoever did it; `null` where nothing was asked. */
export function historyWhy({ kind, body }: LogEvent): string | null {
  switch (kind) {
    case 'minus':
    case 'accepted':
      return body.why;
    case 'union':
      return body.why ?? null;
    case 'declared':
    case 'shift':
    case 'moved':
    case 'received':
      return body.note ?? null;
    case 'issued':
    case 'form':
    case 'chosen':
    case 'due':
    case 'tally':
    case 'undo':
    case 'check':
    case 'booth':
      return null;
  }
}

type RosterBody = Extract<LogEvent, { kind: 'union' }>['body'];

/** The row as it stood from then on: what is not given is left out. */
function rosterWords({
  name,
  level,
  parent,
  workers,
  members,
  smartphones,
  to,
  successor,
  coordinated,
  owner,
}: RosterBody): Bilingual {
  const part = (value: string | number | null | undefined | false, vi: string, en: string): Bilingual[] =>
    value === null || value === undefined || value === false ? [] : [both(`${vi} ${value}`, `${en} ${value}`)];
  const parts = [
    both(name, name),
    both(`cấp ${level}`, `level ${level}`),
    ...part(parent, 'cấp trên', 'under'),
    ...part(workers, 'lao động', 'workers'),
    ...part(members, 'đoàn viên', 'members'),
    ...part(smartphones, 'có smartphone', 'with smartphone'),
    ...part(to, 'đến hết ngày', 'up to'),
    ...part(successor, 'sáp nhập vào', 'merged into'),
    ...part(coordinated === true && (owner ?? ''), 'báo cáo phối hợp', 'for cooperation'),
  ];
  const words = (language: keyof Bilingual) => parts.map((one) => one[language].trim()).join(', ');
  return both(`Danh sách: ${words('vi')}`, `Roster: ${words('en')}`);
}

/** @param id a rule, or a rule with the figure that it speaks of. */
function accepted(id: string): Bilingual {
  const rule = rules.find((one) => one === id.split(':')[0]);
  const { vi, en } = rule === undefined ? both(id, id) : ruleNames[rule];
  return both(`Chấp nhận cảnh báo “${vi}”`, `Accepted the warning “${en}”`);
}

function counted(
  { outcome, reason }: { outcome: string; reason?: string | null | undefined },
  campaign: Campaign,
): Bilingual {
  const name = campaign.outcomes.find(({ code }) => code === outcome)?.label ?? both(outcome, outcome);
  const why = campaign.reasons.find(({ code }) => code === reason)?.label;
  return why === undefined ? name : both(`${name.vi} (${why.vi})`, `${name.en} (${why.en})`);
}

type DeclaredBody = Extract<LogEvent, { kind: 'declared' }>['body'];

function declaredWords({ figures, outreach, texts }: DeclaredBody, campaign: Campaign): Bilingual[] {
  const value = (number: number | null | undefined): Bilingual =>
    number === null || number === undefined
      ? both('chưa báo cáo', 'not reported')
      : both(String(number), String(number));
  const line = (name: Bilingual, of: Bilingual): Bilingual => both(`${name.vi}: ${of.vi}`, `${name.en}: ${of.en}`);
  return [
    ...Object.entries(figures).map(([key, number]) =>
      line(figureNames[key as keyof typeof figureNames], value(number)),
    ),
    ...Object.entries(outreach).map(([form, given]) => {
      const known = campaign.outreach.find(({ code }) => code === form);
      return line(known?.label ?? both(form, form), value(given?.quantity));
    }),
    ...Object.keys(texts).map((topic) => {
      const { vi, en } = places[topic] ?? both(topic, topic);
      return both(`Ghi ${vi}`, `Wrote ${en}`);
    }),
  ];
}

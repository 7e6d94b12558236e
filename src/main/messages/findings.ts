import type { Bilingual } from '../../core/campaign/campaign.ts';
import type { Rule } from '../../core/figures/findings.ts';
import type { ClockFlag } from '../../core/log/clock-flags.ts';
import type { Entry } from './entry.ts';
/** Each rule in a few words, for the history. */
export const ruleNames: Readonly<Record<Rule, Bilingual>> = {
  'part-above-whole': { vi: 'phần lớn hơn tổng', en: 'a part above its whole' },
  'below-zero': { vi: 'tổng nhỏ hơn 0', en: 'a total below zero' },
  fell: { vi: 'số lũy kế giảm', en: 'a running total fell' },
  'over-100': { vi: 'tỷ lệ vượt 100 %', en: 'a rate above 100 %' },
  'days-outside': { vi: 'ngày trước đợt vận động', en: 'days before the campaign' },
  'workforce-missing': { vi: 'chưa có mẫu số', en: 'no workforce given' },
  'counted-elsewhere': { vi: 'báo cáo phối hợp', en: 'listed for cooperation' },
  circle: { vi: 'vòng cấp trên khép kín', en: 'a circle of superiors' },
  'outside-tree': { vi: 'lượt đếm ngoài danh sách', en: 'people counted outside the roster' },
};

/** What is wrong or unlikely in a union's figures. `{keyVi}`, `{keyEn}` name the figure. */
export const findings: Readonly<Record<Rule, Entry>> = {
  'part-above-whole': [
    '“{partVi}” ({partValue}) lớn hơn “{wholeVi}” ({wholeValue}).',
    'Sửa số nào sai.',
    '“{partEn}” ({partValue}) is larger than “{wholeEn}” ({wholeValue}).',
    'Correct the wrong one.',
  ],
  'below-zero': [
    'Tổng “{outcome}” ngày {day} là {count}, nhỏ hơn 0 sau khi gộp sổ các máy.',
    'Xem lịch sử của đơn vị, rồi đếm bù hoặc hoàn tác điều chỉnh thừa.',
    'The total of “{outcome}” on {day} is {count}, below zero after logs were put together.',
    'Look at the history of the union, then count what is missing or take back the correction.',
  ],
  fell: [
    '“{keyVi}” giảm từ {before} xuống {value} mà chưa ghi lý do.',
    'Số lũy kế không giảm: sửa lại, hoặc ghi lý do.',
    '“{keyEn}” fell from {before} to {value} without a note.',
    'A running total does not fall: correct it, or say why.',
  ],
  'over-100': [
    'Tỷ lệ trên “{keyVi}” vượt 100 %: {part} trên {whole}.',
    'Kiểm tra tử số và mẫu số; nếu đúng (một người nhiều máy), ghi lý do.',
    'The rate over “{keyEn}” is above 100 %: {part} of {whole}.',
    'Check both numbers; if they are right (several phones to one person), say why.',
  ],
  'days-outside': [
    'Có {count} lượt ghi vào ngày trước đợt vận động.',
    'Kiểm tra ngày của phiếu giấy và đồng hồ của máy.',
    '{count} people stand on days before the campaign.',
    'Check the days of paper sheets and the clock of the laptop.',
  ],
  'workforce-missing': [
    'Chưa có tổng số lao động hoặc số người có điện thoại thông minh, nên chưa tính được tỷ lệ.',
    'Nhập trong danh sách công đoàn hoặc ở số liệu tự báo cáo.',
    'Neither workers nor smartphone owners are known, so there is no rate.',
    'Give them in the roster or among the declared figures.',
  ],
  'counted-elsewhere': [
    'Đơn vị này báo cáo phối hợp: số liệu không cộng vào cấp trên ghi trong danh sách.',
    'Đếm cho đơn vị chịu số liệu nếu có: {owner}.',
    'This union is listed for cooperation: its numbers do not roll up to its parent here.',
    'Count for the union that owns them, if there is one: {owner}.',
  ],
  circle: [
    'Cấp trên của đơn vị này tạo thành một vòng khép kín sau khi gộp danh sách.',
    'Sửa cấp trên của một đơn vị trong vòng. Số đã đếm vẫn đủ.',
    'The superiors of this union form a circle after rosters were put together.',
    'Correct the parent of one union on it. All counts are kept.',
  ],
  'outside-tree': [
    'Có {count} lượt đã đếm cho đơn vị không có trong danh sách hoặc chưa rõ cấp trên, chưa cộng vào số liệu này: mã {names}.',
    'Nhập danh sách có các mã này, hoặc sửa cấp trên của đơn vị. Số đã đếm vẫn đủ.',
    '{count} people were counted for unions that are not in the roster or whose superior is unclear, and are not in these figures: {names}.',
    'Import a roster that holds these codes, or correct the superior. All counts are kept.',
  ],
};

/** A clock that cannot be right. `{machine}` names the laptop where it is not this one. */
export const clockWords: Readonly<Record<ClockFlag, Entry>> = {
  'before-letter': [
    'Đồng hồ máy {machine} ghi trước ngày ban hành công văn.',
    'Chỉnh ngày giờ của máy. Các lượt đã ghi vẫn giữ nguyên thứ tự.',
    'The clock of {machine} stood before the letter was issued.',
    'Set its clock. What was counted keeps its order.',
  ],
  ahead: [
    'Đồng hồ máy {machine} chạy trước mọi máy khác hơn một ngày.',
    'Chỉnh ngày giờ của máy, và kiểm tra ngày của các lượt vừa đếm.',
    'The clock of {machine} is more than a day ahead of every other machine.',
    'Set its clock, and check the days of what was just counted.',
  ],
  'day-differs': [
    'Ngày được đếm khác ngày trên đồng hồ máy {machine} lúc ghi.',
    'Đồng hồ đã bị chỉnh trong lúc đếm; kiểm tra ngày của lượt này.',
    'The day counted for is not the day on the clock of {machine}.',
    'The clock was moved while counting; check the day.',
  ],
  'moved-back': [
    'Đồng hồ máy này vừa bị lùi lại so với các lượt đã ghi.',
    'Kiểm tra ngày giờ của máy. Lượt vừa rồi đã được ghi.',
    'The clock of this laptop stands before what it has already written.',
    'Check date and time. The count was written.',
  ],
};

/** A day that deserves a second look, and is taken all the same. */
export const dayWords: Readonly<Record<'early' | 'late', Entry>> = {
  early: [
    'Ngày {day} trước ngày đầu của đợt vận động ({first}).',
    'Nếu nhầm ngày, hoàn tác rồi nhập lại.',
    '{day} is before the first day of the campaign ({first}).',
    'If the day is wrong, take it back and enter it again.',
  ],
  late: [
    'Ngày {day} sau ngày cuối của đợt vận động ({last}); số này được để riêng.',
    'Nếu nhầm ngày, hoàn tác rồi nhập lại.',
    '{day} is after the last day of the campaign ({last}); it is shown apart.',
    'If the day is wrong, take it back and enter it again.',
  ],
};

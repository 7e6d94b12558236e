import type { Words } from '../../preload/contract.ts';
import type { Gap, Recovery } from '../store/backup/recover.ts';

/** What was recovered, what is missing, and what to do. Never asks anybody to delete anything. */
export function wordsForRecovery(recovery: Recovery | 'rebuilt'): Words {
  if (recovery === 'rebuilt') {
    return {
      what: {
        vi: 'Các tổng số không khớp với sổ nên đã được tính lại từ sổ. Sổ còn nguyên.',
        en: 'The totals did not agree with the log and were computed anew from it. The log is whole.',
      },
      todo: { vi: 'Không mất lượt nào; cứ đếm tiếp.', en: 'No count is lost; go on.' },
    };
  }
  const kept = {
    vi: `Tệp hỏng được giữ ở ${recovery.setAside}.`,
    en: `The damaged file is kept in ${recovery.setAside}.`,
  };
  if (recovery.gaps.length === 0) {
    return {
      what: {
        vi: 'Tệp dữ liệu bị hỏng; đã khôi phục đủ từ bản sao lưu và phần còn đọc được.',
        en: 'The data file was damaged; everything was recovered from the backup and what could still be read.',
      },
      todo: { vi: `Không mất lượt nào; cứ đếm tiếp. ${kept.vi}`, en: `No count is lost; go on. ${kept.en}` },
    };
  }
  const vi = recovery.gaps.map((gap) => `${range(gap, 'trở đi')} của máy ${gap.machine}`).join('; ');
  const en = recovery.gaps.map((gap) => `${range(gap, 'and after')} of machine ${gap.machine}`).join('; ');
  return {
    what: {
      vi: `Tệp dữ liệu bị hỏng; đã khôi phục nhưng còn thiếu sự kiện ${vi}.`,
      en: `The data file was damaged; it was recovered, but events ${en} are missing.`,
    },
    todo: {
      vi: `Nhập bù từ phiếu giấy, hoặc nhập lại gói dữ liệu đã gửi đi. ${kept.vi}`,
      en: `Enter them again from paper, or import a bundle that was sent before. ${kept.en}`,
    },
  };
}

const range = ({ from, to }: Gap, on: string): string =>
  to === null ? `${from} ${on}` : from === to ? `${from}` : `${from}–${to}`;

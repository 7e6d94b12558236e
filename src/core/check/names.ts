import type { Bilingual } from '../base/schemas.ts';
import type { Verdict } from './verdict.ts';

export const VERDICTS: Record<Verdict, string> = {
  pass: 'Đạt',
  unclear: 'Có tín hiệu nhưng không rõ máy nào',
  weak: 'Tín hiệu yếu hoặc máy ở xa',
  outdated: 'Bản ứng dụng cũ',
  'not-seen': 'Chưa thấy tín hiệu',
  inconclusive: 'Không kết luận',
};

export const verdictNames: Readonly<Record<Verdict, Bilingual>> = {
  pass: { vi: 'ĐẠT', en: 'PASS' },
  unclear: { vi: 'CÓ TÍN HIỆU, KHÔNG RÕ MÁY NÀO', en: 'A SIGNAL, BUT WHOSE?' },
  weak: { vi: 'TÍN HIỆU YẾU', en: 'WEAK SIGNAL' },
  outdated: { vi: 'BẢN CŨ', en: 'OLD VERSION' },
  'not-seen': { vi: 'CHƯA THẤY TÍN HIỆU', en: 'NOT SEEN' },
  inconclusive: { vi: 'KHÔNG KẾT LUẬN', en: 'NO VERDICT' },
};

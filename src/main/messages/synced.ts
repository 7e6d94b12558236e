import type { Words } from '../../preload/contract.ts';

/** The data folder lies where another program copies files while they are being written. */
export const wordsForSynced = (folder: string): Words => ({
  what: {
    vi: `Thư mục dữ liệu nằm trong phần mềm đồng bộ (${folder}).`,
    en: `The data folder lies inside a sync program (${folder}).`,
  },
  todo: {
    vi: 'Vẫn đếm được. Khi vãn người, chọn thư mục ngoài OneDrive, Dropbox, Google Drive: phần mềm đồng bộ có thể làm hỏng tệp đang ghi.',
    en: 'Counting goes on. When the queue is short, choose one outside OneDrive, Dropbox, Google Drive: syncing a file while it is written can tear it.',
  },
});

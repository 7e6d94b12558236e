export const app = {
  name: 'Trạm Bluezone',
  opening: 'Đang mở…',
  refused: 'Chưa mở được Trạm Bluezone',
  again: 'Thử lại',
  practiceBand: 'LUYỆN TẬP',
  practiceText: 'Số liệu ở đây không vào báo cáo thật',
  broken: 'Màn hình này gặp lỗi, nhưng số đã đếm vẫn còn nguyên.',
  brokenTodo: 'Về màn hình đếm và làm tiếp. Nếu lỗi lặp lại, đóng chương trình rồi mở lại.',
  cancel: 'Thôi',
} as const;

export const line = {
  lost: {
    what: 'Mất liên lạc với chương trình Trạm Bluezone.',
    todo: 'Việc vừa bấm có thể chưa được ghi. Chờ nối lại rồi xem con số trước khi bấm tiếp.',
  },
  refused: {
    what: 'Trang này chưa được phép dùng Trạm Bluezone.',
    todo: 'Mở lại trang bằng địa chỉ mà chương trình hiện ra lúc khởi động.',
  },
  large: {
    what: 'Tệp này lớn hơn mức Trạm nhận được.',
    todo: 'Chia thành nhiều tệp nhỏ hơn rồi nhập từng tệp.',
  },
  unansweredEntries: {
    what: 'Còn {{number}} lần ghi chưa được trả lời nên chưa vào luyện tập.',
    todo: 'Về màn hình Đếm lượt (F2), bấm “Gửi lại, không tính hai lần”, rồi vào luyện tập.',
  },
  unansweredLines: {
    what: 'Phiếu giấy còn {{number}} dòng chưa rõ đã ghi hay chưa, nên chưa vào luyện tập.',
    todo: 'Mở Phiếu giấy (Shift+F2), bấm “Ghi các dòng còn lại”, rồi vào luyện tập.',
  },
  again: 'Đang tự nối lại…',
} as const;

export const nav = {
  label: 'Các màn hình',
  booth: 'Đếm lượt',
  paper: 'Phiếu giấy',
  shift: 'Bàn và ca',
  check: 'Kiểm tra',
  audience: 'Mã QR',
  unions: 'Công đoàn',
  report: 'Báo cáo',
  settings: 'Thiết lập',
} as const;

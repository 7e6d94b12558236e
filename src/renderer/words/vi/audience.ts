export const audience = {
  title: 'Cài Bluezone cùng công đoàn',
  lead: 'Năm bước, khoảng ba phút, miễn phí',
  scan: 'Quét để cài, hoặc mở',
  qr: 'Mã QR mở {{link}}',
  today: 'người đã có Bluezone hôm nay tại bàn này',
  support: 'Hỗ trợ: {{phone}}',
  refused: 'Mã QR tự kiểm tra không đúng nên không hiện.',
  refusedTodo: 'Mời mọi người gõ địa chỉ bên dưới, và báo cho người phụ trách.',
  leave: 'Thoát',
  language: 'English',
} as const;

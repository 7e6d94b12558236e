import type { Same } from '../same-keys.ts';
import type { audience as vi } from '../vi/audience.ts';

export const audience: Same<typeof vi> = {
  title: 'Install Bluezone with your union',
  lead: 'Five steps, about three minutes, free of charge',
  scan: 'Scan to install, or open',
  qr: 'QR code that opens {{link}}',
  today: 'people have Bluezone today at this booth',
  support: 'Help: {{phone}}',
  refused: 'The QR code failed its own check and is not shown.',
  refusedTodo: 'Ask people to type the address below, and tell the person in charge.',
  leave: 'Leave',
  language: 'Tiếng Việt',
};

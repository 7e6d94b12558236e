import type { ReactNode } from 'react';

/** Line drawings on a 24-unit square. They always stand beside a word, so a reader of screens skips them. */
const drawings = {
  count: <path d="M5 5v14M9 5v14M13 5v14M17 5v14M3 15 20 8" />,
  signal: (
    <>
      <circle cx="12" cy="12" r="2" />
      <path d="M8.5 15.5a5 5 0 0 1 0-7M15.5 8.5a5 5 0 0 1 0 7M5.6 18.4a9 9 0 0 1 0-12.8M18.4 5.6a9 9 0 0 1 0 12.8" />
    </>
  ),
  qr: <path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2v2M14 18v2h2M19 19h1v1h-1z" />,
  tree: <path d="M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4" />,
  paper: <path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6" />,
  sheet: <path d="M5 3h14v18H5zM8.5 8h7M8.5 12h7M8.5 16h4" />,
  people: (
    <>
      <circle cx="9" cy="8" r="3.5" />
      <path d="M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .8 3.2 2.6 3.5 5.5" />
    </>
  ),
  wheel: (
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5a2.5 2.5 0 1 0 .01 5 2.5 2.5 0 0 0 0-5ZM9 14.5a2.5 2.5 0 1 0 .01 5 2.5 2.5 0 0 0 0-5Z" />
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  tick: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  turn: <path d="M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6" />,
  blocked: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m5.6 5.6 12.8 12.8" />
    </>
  ),
  cross: <path d="m6 6 12 12M18 6 6 18" />,
  speech: <path d="M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5" />,
  warning: <path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.3" />,
  question: <path d="M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.2v.3" />,
  bars: <path d="M4 20v-4M9 20v-8M14 20v-.1M19 20v-.1" />,
  old: <path d="M12 3v12M7 10l5 5 5-5M4 20h16" />,
  silent: <path d="M12 10v4M8.5 15.5a5 5 0 0 1 0-7M15.5 8.5a5 5 0 0 1 0 7M3 3l18 18" />,
  dash: <path d="M6 12h12" />,
  undo: <path d="M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6" />,
  swap: <path d="M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 4.5 4.5" />
    </>
  ),
  phone: <path d="M8 2.5h8a1 1 0 0 1 1 1v17a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1ZM11 18.5h2" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5.5l3.5 2" />
    </>
  ),
  save: <path d="M12 4v11M7.5 10.5 12 15l4.5-4.5M4 17v3h16v-3" />,
  upload: <path d="M12 15V4M7.5 8.5 12 4l4.5 4.5M4 15v5h16v-5" />,
  folder: <path d="M3 6h6l2 2h10v11H3z" />,
  shield: <path d="M12 3 4.5 6v5.5c0 4.6 3.2 7.9 7.5 9.5 4.3-1.6 7.5-4.9 7.5-9.5V6zM8.5 12l2.5 2.5 4.5-4.5" />,
  hand: (
    <path d="M8 12V5.5a1.5 1.5 0 0 1 3 0V11M11 11V4.5a1.5 1.5 0 0 1 3 0V11M14 11.5V6a1.5 1.5 0 0 1 3 0v8.5c0 4-2.2 6.5-5.7 6.5-3 0-4.4-1.5-5.6-4L4 13.6c-.7-1.6 1.4-2.7 2.4-1.3L8 14.5" />
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = '1.5rem' }: { readonly name: IconName; readonly size?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      {drawings[name]}
    </svg>
  );
}

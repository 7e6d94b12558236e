/** Where the screens come from, and so what the whole host trusts. */
export interface Screens {
  /** What the window loads. */
  readonly url: string;
  readonly protocol: 'app:' | 'http:';
  /** Host with port, as `URL.host` gives it. */
  readonly host: string;
  /** Developer tools: never in a packaged kit. */
  readonly devTools: boolean;
}

const PACKAGED = { url: 'app://kit/', protocol: 'app:', host: 'kit' } as const;

/**
 * The built screens behind `app://kit/`; in development, and there only, a dev server on this very machine
 * that `KIT_DEV_SERVER` names. Anything else in that variable is passed over.
 */
export function screensOf(packaged: boolean, devServer: string | undefined): Screens {
  const server = packaged || devServer === undefined ? null : urlOf(devServer);
  if (server?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(server.hostname)) {
    return { url: `http://${server.host}/`, protocol: 'http:', host: server.host, devTools: true };
  }
  return { ...PACKAGED, devTools: !packaged };
}

/** Whether an address belongs to the screens: scheme and host compared as parsed, never as text. */
export function isScreen(screens: Screens, address: string): boolean {
  const url = urlOf(address);
  return url !== null && url.protocol === screens.protocol && isAt(screens, url);
}

/** Whether the screens may load an address: their own files, what they hold in memory, and in development the tools. */
export function mayLoad(screens: Screens, address: string): boolean {
  if (isScreen(screens, address)) return true;
  const url = urlOf(address);
  switch (url?.protocol) {
    case 'data:':
      return true;
    case 'blob:':
      return isScreen(screens, url.pathname);
    case 'ws:':
      return screens.protocol === 'http:' && isAt(screens, url);
    case 'devtools:':
      return screens.devTools;
    default:
      return false;
  }
}

const isAt = (screens: Screens, url: URL): boolean =>
  url.host === screens.host && url.username === '' && url.password === '';

const urlOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

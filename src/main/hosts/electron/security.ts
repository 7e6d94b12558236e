import type { App, CustomScheme, Session, WebRequest } from 'electron';
import { isScreen, mayLoad, type Screens } from './screens.ts';

/** `app://` behaves like https: an origin of its own, so that the policy below and storage have something to hold. */
export const appScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const satisfies CustomScheme;

/** All that a screen may ask of the machine: the QR fills the glass, and a button copies a text. Nothing is read. */
const GRANTED: readonly string[] = ['fullscreen', 'clipboard-sanitized-write'];

type Closable = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setSpellCheckerEnabled'
> & { readonly webRequest: Pick<WebRequest, 'onBeforeRequest'> };

/** Denies every permission but those two, every device, and every request that leaves the kit. */
export function closeSession(session: Closable, screens: Screens): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(GRANTED.includes(permission) && isScreen(screens, contents.getURL())),
  );
  // The asking frame's origin comes with a slash at its end or without one; both parse to the same host.
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => GRANTED.includes(permission) && isScreen(screens, origin),
  );
  // Bluetooth belongs to the radio process: two users of one adapter in one program crash it when it is replugged.
  session.setDevicePermissionHandler(() => false);
  // The spelling dictionary would be fetched from the internet, and unit names would be underlined in red.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(screens, details.url) }));
}

/** Holds every page, in whichever window, where it is: no other address, no second window, no guest page. */
export function guardPages(app: Pick<App, 'on'>, screens: Screens): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-frame-navigate', (navigation) => {
      if (!isScreen(screens, navigation.url)) navigation.preventDefault();
    });
    contents.on('will-redirect', (navigation) => {
      if (!isScreen(screens, navigation.url)) navigation.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

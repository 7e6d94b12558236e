import { useEffect, useRef } from 'react';

/**
 * Takes the whole glass while the screen is shown and keeps it lit. Where the browser refuses either, the screen
 * fills the window and works the same. The browser's own Escape leaves full screen without telling the page its key.
 */
export function useFullScreen(onLeft: () => void): void {
  const left = useRef(onLeft);
  left.current = onLeft;
  useEffect(() => {
    let gone = false;
    let lamp: WakeLockSentinel | undefined;
    document.documentElement.requestFullscreen().catch(() => {});
    // A dark screen reads no code (Screen Wake Lock; absent in some browsers).
    navigator.wakeLock?.request('screen').then(
      (lock) => {
        if (gone) void lock.release();
        else lamp = lock;
      },
      () => {},
    );
    const onChange = () => {
      if (document.fullscreenElement === null) left.current();
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      gone = true;
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
      void lamp?.release();
    };
  }, []);
}

import { useLayoutEffect, useRef, useState } from 'react';
import css from './Audience.module.css';
import { moduleScale, type QrModules } from './qr.ts';

/** The code as large as its box allows, a whole number of device pixels to a module, black on white, no smoothing. */
export function QrCanvas({ modules, label }: { readonly modules: QrModules; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });

  useLayoutEffect(() => {
    const seen = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setRoom({ width, height });
    });
    if (box.current !== null) seen.observe(box.current);
    return () => seen.disconnect();
  }, []);

  useLayoutEffect(() => {
    const glass = canvas.current;
    const pen = glass?.getContext('2d');
    if (!glass || !pen || room.width === 0) return;
    const scale = moduleScale(modules.length, Math.min(room.width, room.height), devicePixelRatio);
    const side = modules.length * scale;
    glass.width = side;
    glass.height = side;
    glass.style.width = `${side / devicePixelRatio}px`;
    glass.style.height = `${side / devicePixelRatio}px`;
    // The middle, to the whole device pixel: half a pixel of offset would smear every module.
    const middle = (length: number) =>
      Math.max(0, Math.floor((length * devicePixelRatio - side) / 2)) / devicePixelRatio;
    glass.style.margin = `${middle(room.height)}px 0 0 ${middle(room.width)}px`;
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, side, side);
    pen.fillStyle = '#000000';
    modules.forEach((row, y) => {
      row.forEach((dark, x) => {
        if (dark) pen.fillRect(x * scale, y * scale, scale, scale);
      });
    });
  }, [modules, room]);

  return (
    <div className={css.box} ref={box}>
      <canvas ref={canvas} className={css.canvas} role="img" aria-label={label} />
    </div>
  );
}

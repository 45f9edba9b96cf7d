import { useEffect, useRef } from 'react';
import { t } from '../../words/words.ts';
import styles from './drawing.module.css';

type DrawingProps = {
  /** What was drawn, as a picture; null clears it. */
  drawn: Blob | null;
  onDraw: (drawn: Blob | null) => void;
};

const [WIDTH, HEIGHT] = [600, 180];

/** A field to sign in, with a finger, a pen or the mouse. What was drawn before a reload stands there again. */
export function Drawing({ drawn, onDraw }: DrawingProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(false);
  useShown(canvas, drawn);
  const pen = (event: React.PointerEvent<HTMLCanvasElement>): [CanvasRenderingContext2D, number, number] | null => {
    const context = event.currentTarget.getContext('2d');
    if (!context) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const across = (event.clientX - box.left) / box.width;
    return [context, across * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT];
  };
  const begin = (event: React.PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    const at = pen(event);
    if (!at) return;
    const [context, x, y] = at;
    Object.assign(context, { lineWidth: 2.6, lineCap: 'round', lineJoin: 'round', strokeStyle: '#111' });
    context.beginPath();
    context.moveTo(x, y);
  };
  const draw = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const at = drawing.current ? pen(event) : null;
    if (!at) return;
    const [context, x, y] = at;
    context.lineTo(x, y);
    context.stroke();
  };
  const end = () => {
    drawing.current = false;
    canvas.current?.toBlob(onDraw);
  };
  return (
    <canvas
      ref={canvas}
      width={WIDTH}
      height={HEIGHT}
      className={styles['pad']}
      role="img"
      aria-label={drawn ? t('form.signed') : t('form.sign_here')}
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}

/** Draws what was there as it opened, and wipes what is taken back. */
function useShown(canvas: React.RefObject<HTMLCanvasElement | null>, drawn: Blob | null): void {
  const first = useRef(drawn);
  useEffect(() => {
    if (!first.current) return;
    void createImageBitmap(first.current).then((image) => canvas.current?.getContext('2d')?.drawImage(image, 0, 0));
  }, [canvas]);
  useEffect(() => {
    if (drawn === null) canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT);
  }, [canvas, drawn]);
}

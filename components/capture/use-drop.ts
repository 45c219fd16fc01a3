import { useEffect, useState } from 'preact/hooks';
import { droppedIn } from './text-source.ts';

/** The whole page takes what is dropped. Tells whether something is held over it. */
export function useDrop(onDrop: (dropped: File | string) => void): boolean {
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const hold = (event: DragEvent) => {
      // Without this the browser would leave the page for the file.
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer) onDrop(droppedIn(event.dataTransfer));
    };
    addEventListener('dragover', hold);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', hold);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  });

  return isOver;
}

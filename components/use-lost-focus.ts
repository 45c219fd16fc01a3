import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Calls back where the element that had the focus is gone from the page, and the focus with it: whoever uses the keyboard
 * would begin again at the page's top.
 */
export function useLostFocus(onLost: () => void): void {
  const last = useRef<EventTarget | null>(null);

  useEffect(() => {
    const remember = ({ target }: Event) => {
      last.current = target;
    };
    // Who clicks where nothing is takes the focus away by intent.
    const forget = ({ target }: Event) => {
      if (target !== last.current) last.current = null;
    };
    addEventListener('focusin', remember);
    addEventListener('pointerdown', forget);
    return () => {
      removeEventListener('focusin', remember);
      removeEventListener('pointerdown', forget);
    };
  }, []);

  useLayoutEffect(() => {
    const { current } = last;
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (!(current instanceof Element) || current.isConnected || !isLost) return;
    last.current = null;
    onLost();
  });
}

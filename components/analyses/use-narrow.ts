import { useEffect, useState } from 'preact/hooks';

/** Below this width rows have two lines; the style sheet says the same. */
const NARROW = '(max-width: 719px)';

/** Whether the window is as narrow as a side panel. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const media = matchMedia(NARROW);
    const follow = () => setNarrow(media.matches);
    // It may have changed since the first look.
    follow();
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return isNarrow;
}

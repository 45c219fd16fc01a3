/**
 * The callback, called at most once a frame however often it is asked for (storage reports each key by itself), and never
 * while an earlier call is at work: of two reads that overlap, the older could end last and stay on the screen. What
 * takes long, since thousands are under way, leaves as much time to the user before it comes again.
 */
export function onceAFrame(callback: () => Promise<void>): () => void {
  let isAsked = false;
  let isAtWork = false;
  async function run(): Promise<void> {
    isAsked = false;
    isAtWork = true;
    const begunAt = performance.now();
    try {
      await callback();
    } finally {
      isAtWork = false;
      if (isAsked) setTimeout(() => requestAnimationFrame(run), performance.now() - begunAt);
    }
  }
  return () => {
    if (!isAsked && !isAtWork) requestAnimationFrame(run);
    isAsked = true;
  };
}

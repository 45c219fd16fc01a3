/** The callback, called at most once a frame however often it is asked for: storage reports each key by itself. */
export function onceAFrame(callback: () => void): () => void {
  let frame = 0;
  return () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(callback);
  };
}

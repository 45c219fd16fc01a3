/**
 * Does something when this process ends, for what would otherwise outlive it; answers with the way to call it
 * off. While a browser runs, puppeteer turns signals into an orderly end.
 */
export function atExit(action: () => void): () => void {
  process.once('exit', action);
  return () => process.off('exit', action);
}

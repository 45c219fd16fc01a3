declare const chrome: typeof import('wxt/browser').browser;

/** Runs in the background: what the address bar would tell it. */
export function dispatchText(keyword: string, text: string): void {
  const own = chrome.runtime.getManifest().omnibox?.keyword;
  if (own !== keyword) throw new Error(`The extension's keyword is ${own}, not ${keyword}`);
  const event = chrome.omnibox.onInputEntered as unknown as { dispatch(...args: unknown[]): void };
  event.dispatch(text, 'currentTab');
}

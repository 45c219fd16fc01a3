// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;
declare const Cc: Internal;
declare const Ci: Internal;
declare const ChromeUtils: Internal;

/** Runs in Firefox's window: puts a text into the address bar of the window on top, as pasted, and presses Enter there. */
export function enterInAddressBar(text: string): void {
  const { BrowserWindowTracker } = ChromeUtils.importESModule(
    'resource:///modules/BrowserWindowTracker.sys.mjs',
  );
  const window = BrowserWindowTracker.getTopWindow();
  window.gURLBar.focus();
  window.gURLBar.search(text);
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!input.beginInputTransactionForTests(window)) throw new Error('Keys are taken by something else');
  // Firefox itself holds the key back until it knows what the text leads to.
  const enter = new window.KeyboardEvent('', { key: 'Enter', keyCode: 13 });
  input.keydown(enter);
  input.keyup(enter);
}

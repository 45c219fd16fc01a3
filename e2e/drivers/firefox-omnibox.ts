/**
 * What the driver asks of Firefox's own window about its keyboard and its address bar. Each function must be self-contained.
 */

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;
declare const Cc: Internal;
declare const Ci: Internal;
declare const ChromeUtils: Internal;
declare const Services: Internal;
declare const gURLBar: Internal;

/** Puts a text into the window's address bar, as pasted. */
export function fillAddressBar(text: string): void {
  gURLBar.focus();
  gURLBar.search(text);
}

/**
 * Whether the window's address bar holds a text, and knows it for an extension's. Firefox holds Enter back for a moment until it
 * knows, but not for long on a busy machine, and then searches the web for it.
 */
export function isKnown(text: string): boolean {
  const { UrlbarUtils } = ChromeUtils.importESModule(
    'moz-src:///browser/components/urlbar/UrlbarUtils.sys.mjs',
  );
  const [first] = gURLBar.view.visibleResults;
  return gURLBar.value === text && first?.type === UrlbarUtils.RESULT_TYPE.OMNIBOX;
}

/** Presses Enter in the window's address bar. */
export function pressEnter(): void {
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!input.beginInputTransactionForTests(window)) throw new Error('Keys are taken by something else');
  const enter = new KeyboardEvent('', { key: 'Enter', keyCode: 13 });
  input.keydown(enter);
  input.keyup(enter);
}

/** Whether the window has the keyboard. */
export function hasFocus(): boolean {
  return Services.focus.activeWindow === window;
}

/** Whether, of the window, the address bar has it. */
export function isBarFocused(): boolean {
  return gURLBar.focused;
}

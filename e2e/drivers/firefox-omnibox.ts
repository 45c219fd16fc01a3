/**
 * What the driver asks of Firefox's own window about its keyboard and its address bar. Each function must be self-contained.
 */

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;
declare const Cc: Internal;
declare const Ci: Internal;
declare const Services: Internal;
declare const gURLBar: Internal;

/** Puts a text into the window's address bar, as pasted, and presses Enter there. */
export function enterInAddressBar(text: string): void {
  gURLBar.focus();
  gURLBar.search(text);
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!input.beginInputTransactionForTests(window)) throw new Error('Keys are taken by something else');
  // Firefox itself holds the key back until it knows what the text leads to.
  const enter = new KeyboardEvent('', { key: 'Enter', keyCode: 13 });
  input.keydown(enter);
  input.keyup(enter);
}

/** What the window's address bar holds. */
export function readAddressBar(): string {
  return gURLBar.value;
}

/** Whether the window has the keyboard. */
export function hasFocus(): boolean {
  return Services.focus.activeWindow === window;
}

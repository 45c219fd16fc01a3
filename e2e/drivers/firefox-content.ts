import type { FirefoxChrome } from './firefox-chrome.ts';

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;
declare const Cc: Internal;
declare const Ci: Internal;
declare const Cu: Internal;
declare const WebExtensionPolicy: Internal;
declare const content: Internal;

/** A page of the extension that no protocol reaches: the open popup or sidebar, or the background. */
export type Hidden = 'popup' | 'sidebar' | 'background';

/**
 * Runs a self-contained function with the rights of Firefox in the process of such a page, whose window is
 * `content` there. Arguments and result must be JSON.
 */
export async function runBeside<A extends unknown[], T>(
  chrome: FirefoxChrome,
  addonId: string,
  hidden: Hidden,
  fn: (...args: A) => T | Promise<T>,
  ...args: A
): Promise<T> {
  const call = `(${fn})(...${JSON.stringify(args)})`;
  const answer = await chrome.run(askFrame, addonId, hidden, call);
  if ('error' in answer) throw new Error(`In the ${hidden}: ${answer.error}`);
  return (JSON.parse(answer.value) as [T])[0];
}

/** Runs a self-contained function in such a page, with its rights. */
export function runInside<A extends unknown[], T>(
  chrome: FirefoxChrome,
  addonId: string,
  hidden: Hidden,
  fn: (...args: A) => T | Promise<T>,
  ...args: A
): Promise<T> {
  const call = `(${fn})(...${JSON.stringify(args)})`;
  return runBeside(chrome, addonId, hidden, evaluateInPage, call) as Promise<T>;
}

/** Finds the page's browser element and sends it the call. */
async function askFrame(
  addonId: string,
  hidden: string,
  call: string,
): Promise<{ value: string } | { error: string }> {
  const { extension } = WebExtensionPolicy.getByID(addonId);
  let browser: Internal;
  if (hidden === 'background') {
    await extension.wakeupBackground();
    browser = extension.backgroundContext.xulBrowser;
  } else if (hidden === 'sidebar') {
    const sidebar = document.getElementById('sidebar') as Internal;
    browser = sidebar?.contentDocument.getElementById('webext-panels-browser');
  } else {
    const popups = document.querySelectorAll<Internal>('browser.webextension-popup-browser');
    browser = [...popups].find((popup) => popup.closest('panel')?.state === 'open');
  }
  if (!browser) throw new Error(`There is no ${hidden}`);
  const name = `detonate-driver-${Math.random()}`;
  return new Promise((resolve) => {
    browser.messageManager.addMessageListener(name, function listener({ data }: Internal) {
      browser.messageManager.removeMessageListener(name, listener);
      resolve(data);
    });
    const script = `(async () => {
      let answer;
      try {
        answer = { value: JSON.stringify([await ${call}]) };
      } catch (error) {
        answer = { error: String(error) };
      }
      sendAsyncMessage(${JSON.stringify(name)}, answer);
    })()`;
    browser.messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
      false,
    );
  });
}

/** A sandbox is spared the page's CSP, which forbids `eval`. */
async function evaluateInPage(call: string): Promise<unknown> {
  const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
  const answer = await Cu.evalInSandbox(`(async () => JSON.stringify([await ${call}]))()`, sandbox);
  return JSON.parse(answer)[0];
}

/** Clicks as the user would: what the page may only do in answer to a click, it may. */
export function clickInPage(selector: string): void {
  const element = content.document.querySelector(selector);
  if (!element) throw new Error(`There is no ${selector} to click`);
  const handle = content.windowUtils.setHandlingUserInput(true);
  try {
    element.scrollIntoView({ block: 'nearest' });
    element.focus();
    element.click();
  } finally {
    handle.destruct();
  }
}

/** Presses one stroke after the other, through the same door as a keyboard; the keys of a stroke are held together. */
export function pressInPage(strokes: readonly (readonly { key: string; keyCode?: number }[])[]): void {
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!input.beginInputTransactionForTests(content)) throw new Error('Keys are taken by something else');
  for (const stroke of strokes) {
    const events = stroke.map(({ key, keyCode = 0 }) => new content.KeyboardEvent('', { key, keyCode }));
    for (const event of events) input.keydown(event);
    for (const event of events.reverse()) input.keyup(event);
  }
}

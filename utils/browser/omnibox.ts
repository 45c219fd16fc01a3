import { browser } from 'wxt/browser';
import { isActiveTabPrivate } from './tabs.ts';

/** What is entered behind our keyword in the address bar; the browser does not say in which window, so it is the one that is used. */
export function onOmniboxEntered(callback: (text: string, isPrivate?: true) => void): void {
  browser.omnibox.onInputEntered.addListener(async (text) =>
    callback(text, (await isActiveTabPrivate()) || undefined),
  );
}

/** While something is typed there: what Enter would do. */
export function onOmniboxTyped(say: (text: string) => Promise<string>): void {
  browser.omnibox.onInputChanged.addListener(async (text) => {
    const description = await say(text);
    // Chromium reads XML there, Firefox plain text.
    browser.omnibox.setDefaultSuggestion({
      description: import.meta.env.FIREFOX ? description : escaped(description),
    });
  });
}

function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

import { focusedName } from './axe.ts';
import type { View } from './driver.ts';

/**
 * Presses Tab (or `key`) until the element with the focus matches, and tells the name by which assistive technology calls it.
 *
 * @param most how many presses may lead there; past the page's end Firefox's own controls come, and after them Enter clicks nothing
 * @throws With what had the focus on the way, where none of it matches.
 */
export async function tabTo(view: View, selector: string, most = 40, key = 'Tab'): Promise<string> {
  const passed: string[] = [];
  for (let press = 0; press < most; press++) {
    await view.press(key);
    const { isThere, what } = await view.evaluate((selector) => {
      const { activeElement } = document;
      return {
        isThere: activeElement?.matches(selector) ?? false,
        what: `${activeElement?.localName}#${activeElement?.id}`,
      };
    }, selector);
    if (isThere) return focusedName(view);
    passed.push(what);
  }
  throw new Error(`Tab does not lead to ${selector}, but to ${passed.join(', ')}`);
}

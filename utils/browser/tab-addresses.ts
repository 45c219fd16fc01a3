import { browser } from 'wxt/browser';

/** The addresses of these tabs, and how many are gone or hide theirs. Wants the permission for it. */
export async function addressesOf(ids: readonly number[]): Promise<{ addresses: string[]; hidden: number }> {
  const tabs = await Promise.allSettled(ids.map((id) => browser.tabs.get(id)));
  const addresses = tabs.flatMap((tab) => (tab.status === 'fulfilled' && tab.value.url) || []);
  return { addresses, hidden: ids.length - addresses.length };
}

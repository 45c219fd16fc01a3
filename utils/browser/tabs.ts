import { browser } from 'wxt/browser';

/** The address of the page that the popup was opened on; undefined where the browser does not tell. */
export async function activeTabUrl(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url;
}

/** Opens the reports of a batch in a tab of their own, at that of one analysis where one is named. */
export async function openReport(batchId: string, id?: string): Promise<void> {
  const place = id ? `${batchId}/${id}` : batchId;
  await browser.tabs.create({ url: browser.runtime.getURL(`/report.html#${place}` as '/report.html') });
}

/** Opens the page of all analyses in a tab. */
export async function openAnalyses(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/analyses.html') });
}

/** Opens a link of the service's in a tab. */
export async function openLink(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Opens the options in a tab, or goes to it. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

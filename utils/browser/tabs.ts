import { browser } from 'wxt/browser';
import type { Analysis } from '@/utils/analyses/analysis.ts';

/** The tab that the popup was opened on, or that the user is at; its address only where the browser tells it. */
export async function activeTab() {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

/** Whether the user is in a private window. */
export async function isActiveTabPrivate(): Promise<boolean> {
  return (await activeTab())?.incognito === true;
}

/** Whether this page is in a private window. */
export async function isOwnTabPrivate(): Promise<boolean> {
  return (await browser.tabs.getCurrent())?.incognito === true;
}

/** The tabs that the user selected in this window, by the browser's ids; the one in front is one of them. */
export async function selectedTabIds(): Promise<number[]> {
  const tabs = await browser.tabs.query({ highlighted: true, currentWindow: true });
  return tabs.flatMap(({ id }) => id ?? []);
}

/** Opens the reports of a batch in a tab of their own, at that of one analysis where one is named. */
export async function openReport(batchId: string, id?: string): Promise<void> {
  const place = id ? `${batchId}/${id}` : batchId;
  await browser.tabs.create({ url: browser.runtime.getURL(`/report.html#${place}` as '/report.html') });
}

/** Opens what there is to see of an analysis: its report, or, while it is held, the page to decide on it. */
export function openAnalysis({ state, batchId, id }: Analysis): Promise<void> {
  return state === 'held' ? openHeld() : openReport(batchId, id);
}

/** Opens the page with the tick list on a draft, or empty. */
export async function openCapture(draftId = ''): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/capture.html#${draftId}` as '/capture.html') });
}

/** Opens what is held, to decide on it. */
export async function openHeld(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/held.html') });
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

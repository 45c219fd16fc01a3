import { browser } from 'wxt/browser';

const NAME = 'tick';

/** Sets the extension's one alarm, in milliseconds since 1970, or takes it away. Chromium fires it no sooner than in 30 s. */
export async function setAlarm(time: number | null): Promise<void> {
  if (time === null) await browser.alarms.clear(NAME);
  else browser.alarms.create(NAME, { when: time });
}

export function onAlarm(callback: () => void): void {
  browser.alarms.onAlarm.addListener(callback);
}

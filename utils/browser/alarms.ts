import { browser } from 'wxt/browser';

const NAME = 'tick';

/** Until it is set anew or taken away it goes off again: the background may die just as it wakes. */
const AGAIN = 1;

/** Sets the extension's one alarm, in milliseconds since 1970, or takes it away. Chromium fires it no sooner than in 30 s. */
export async function setAlarm(time: number | null): Promise<void> {
  if (time === null) await browser.alarms.clear(NAME);
  else await browser.alarms.create(NAME, { when: time, periodInMinutes: AGAIN });
}

export function onAlarm(callback: () => void): void {
  browser.alarms.onAlarm.addListener(callback);
}

import { browser } from 'wxt/browser';

const RULE_ID = 1;

/**
 * `fetch`, each request on a connection of its own.
 *
 * Over a connection that is kept alive, browsers repeat a request by themselves when that connection breaks before the
 * answer, a POST too: the service gets it twice, and nobody is told. (Chromium: `HttpNetworkTransaction::ShouldResendRequest`;
 * Firefox: `nsHttpTransaction::Restart`.) With `Connection: close` there is none to reuse. fetch may not set that header,
 * a rule may. HTTP/2 knows no such header: there it changes nothing.
 */
export const fetchOnOwnConnection: typeof fetch = async (input, init) => {
  // A browser that knows no such rule still sends: a repeat is rare, a queue that never moves is not.
  await closeOwnConnections().catch(() => undefined);
  return fetch(input, init);
};

/** Rules of the session go with the browser, so it is set before each request; it concerns this extension's requests only. */
async function closeOwnConnections(): Promise<void> {
  const { hostname } = new URL(browser.runtime.getURL('/popup.html'));
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [RULE_ID],
    addRules: [
      {
        id: RULE_ID,
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'connection', operation: 'set', value: 'close' }],
        },
        condition: { initiatorDomains: [hostname], resourceTypes: ['xmlhttprequest', 'other'] },
      },
    ],
  });
}

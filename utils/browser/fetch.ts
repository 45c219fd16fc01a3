import { browser } from 'wxt/browser';

const RULE_ID = 1;

/**
 * `fetch`, each request on a connection of its own.
 *
 * Over a connection that is kept alive, a browser repeats a request by itself when that connection breaks before the
 * answer, a POST too: the service gets it twice, and nobody is told. (Chromium: `HttpNetworkTransaction::ShouldResendRequest`.)
 * With `Connection: close` there is no connection to reuse. fetch may not set that header, a rule may.
 */
export const fetchOnOwnConnection: typeof fetch = async (input, init) => {
  await closeConnectionsTo(new URL(input instanceof Request ? input.url : input).origin);
  return fetch(input, init);
};

/** Rules of the session are gone with the browser, so the rule is set before each request; it concerns no tab. */
async function closeConnectionsTo(origin: string): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [RULE_ID],
    addRules: [
      {
        id: RULE_ID,
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'connection', operation: 'set', value: 'close' }],
        },
        condition: { urlFilter: `|${origin}/api/`, tabIds: [browser.tabs.TAB_ID_NONE] },
      },
    ],
  });
}

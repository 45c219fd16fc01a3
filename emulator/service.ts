import type { Accounts, Product } from './accounts.ts';
import { type Answer, errorAnswer, quotaExceeded, rateLimitExceeded, unauthorized } from './answer.ts';
import type { RateWindow } from './rate-window.ts';
import { Refusal } from './refusal.ts';
import { type Asked, type Endpoint, findRoute, type ProductRoute, type Route } from './route-table.ts';
import type { Stores } from './routes.ts';

interface ServiceRequest {
  method: string;
  /** With its query. */
  path: string;
  authorization: string | undefined;
  body: string;
}

interface Handled {
  answer: Answer;
  /** The user name that the request signed in with, if it did. */
  account: string | null;
}

interface Parts extends Stores {
  accounts: Accounts;
  routes: readonly Route[];
  window: RateWindow;
  now: () => number;
}

/** The service without its transport: a request in, an answer out. */
export function createService({ accounts, routes, window, settings, usage, now }: Parts) {
  /** The limits of TCA-0207 and TCA-0106; the others have none. */
  function limitAnswer(product: Product, user: string, at: number): Answer | null {
    const { limit, lookupLimit, quota } = settings.get();
    const limits: Partial<Record<Product, number | 'off'>> = { 'TCA-0207': limit, 'TCA-0106': lookupLimit };
    if (!window.take(`${product} ${user}`, at, limits[product] ?? 'off')) return rateLimitExceeded();
    if (product !== 'TCA-0207' || quota === 'off') return null;
    return usage.queriesOn({ product, user, at }) >= quota ? quotaExceeded() : null;
  }

  function signedIn(route: ProductRoute, asked: Asked, authorization: string | undefined): Handled {
    const account = accounts.authenticate(authorization);
    if (account === null) return { answer: unauthorized(), account: null };
    const { user, forbidden } = account;
    // each request that signed in counts, one without the right too
    const limited = limitAnswer(route.product, user, asked.at);
    const missing = forbidden.includes(route.product) ? missingRight(route) : null;
    return { answer: missing ?? limited ?? handled(() => route.handle({ ...asked, user })), account: user };
  }

  return {
    endpointOf(method: string, path: string): Endpoint | null {
      const found = findRoute(routes, method, split(path).pathname);
      return 'route' in found ? found.route.endpoint : null;
    },

    /** Answers a request now. */
    handle({ method, path, authorization, body }: ServiceRequest): Handled {
      const { pathname, query } = split(path);
      const found = findRoute(routes, method, pathname);
      if (!('route' in found)) return { answer: noRoute(found.allow), account: null };
      const { route, parameters } = found;
      const asked = { parameters, query, body, at: now() };
      if (route.product === null) return { answer: handled(() => route.handle(asked)), account: null };
      return signedIn(route, asked, authorization);
    },
  };
}

export type Service = ReturnType<typeof createService>;

function handled(handle: () => Answer): Answer {
  try {
    return handle();
  } catch (error) {
    if (error instanceof Refusal) return errorAnswer(error.status, error.message);
    throw error;
  }
}

function missingRight({ product }: ProductRoute): Answer {
  return errorAnswer(403, `The account has no right to ${product}.`);
}

function noRoute(allow: readonly string[]): Answer {
  if (allow.length > 0)
    return errorAnswer(405, 'The method is not allowed here.', { allow: allow.join(', ') });
  return errorAnswer(404, 'This emulator does not know the path.');
}

// not `new URL`, which throws for some of the paths that a client can send
function split(path: string): { pathname: string; query: URLSearchParams } {
  const [pathname = '', ...query] = path.split('?');
  return { pathname, query: new URLSearchParams(query.join('?')) };
}

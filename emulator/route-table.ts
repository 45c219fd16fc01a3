import type { Product } from './accounts.ts';
import type { Answer } from './answer.ts';

export const ENDPOINTS = [
  'submit',
  'submit-archive',
  'report',
  'url-report',
  'usage',
  'limits',
  'artefact',
] as const;

export type Endpoint = (typeof ENDPOINTS)[number];

/** A request. `parameters` are the variable parts of the path, in order. */
export interface Asked {
  parameters: readonly (string | undefined)[];
  query: URLSearchParams;
  body: string;
  at: number;
}

/** An authenticated request within its limits. */
export interface Call extends Asked {
  user: string;
}

interface Place {
  endpoint: Endpoint;
  method: 'GET' | 'POST';
  path: RegExp;
}

/** For accounts with a right to the product. `handle` answers, or throws a Refusal. */
export interface ProductRoute extends Place {
  product: Product;
  handle(call: Call): Answer;
}

/** For whoever asks. */
interface OpenRoute extends Place {
  product: null;
  handle(asked: Asked): Answer;
}

export type Route = ProductRoute | OpenRoute;

interface FoundRoute {
  route: Route;
  parameters: Call['parameters'];
}

/** The route of a request, or else the methods that its path would take (none where it is unknown). */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): FoundRoute | { allow: string[] } {
  const allow: string[] = [];
  for (const route of routes) {
    const match = route.path.exec(path);
    if (match === null) continue;
    if (route.method === method) return { route, parameters: match.slice(1) };
    allow.push(route.method);
  }
  return { allow };
}

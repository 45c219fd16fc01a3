import type { Product } from './accounts.ts';
import type { Answer } from './answer.ts';

export const ENDPOINTS = ['submit', 'submit-archive', 'report', 'url-report', 'usage', 'limits'] as const;

export type Endpoint = (typeof ENDPOINTS)[number];

/** An authenticated request within its limits. `parameters` are the variable parts of the path, in order. */
export interface Call {
  parameters: readonly (string | undefined)[];
  query: URLSearchParams;
  body: string;
  user: string;
  at: number;
}

export interface Route {
  endpoint: Endpoint;
  product: Product;
  method: 'GET' | 'POST';
  path: RegExp;
  /** Answers, or throws a Refusal. */
  handle(call: Call): Answer;
}

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

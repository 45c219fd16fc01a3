import { ensureBrowsers } from '../scripts/browsers.ts';

/** Before any test in a browser: both are there, or it is said what to install. */
export function setup(): void {
  ensureBrowsers();
}

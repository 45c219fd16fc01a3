import type { Sighting } from './guard/sighting.ts';
import { type HostForms, hostForms } from './host-forms.ts';
import { type Watch, watch } from './watch.ts';

/** What is to be said of a URL before it is sent: what its host looks like, and what the guard sees. */
export interface Inspection {
  host: HostForms;
  sightings: readonly Sighting[];
}

/** `href` must be a URL. */
export function inspect(href: string, wanted: Watch): Inspection {
  return { host: hostForms(new URL(href).hostname), sightings: watch(href, wanted) };
}

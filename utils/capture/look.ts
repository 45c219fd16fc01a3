import type { Sighting } from './guard/sighting.ts';
import { type HostForms, hostForms } from './host-forms.ts';
import { isRefused, type Watch, watch } from './watch.ts';

export { readTyped } from './typed.ts';
export { unwrap } from './unwrap.ts';

/** What there is to know of a URL before it is sent. */
export interface Look {
  href: string;
  /** It would not be taken: its host is one that only a private network knows. */
  isRefused: boolean;
  sightings: Sighting[];
  forms: HostForms;
}

/** A look at a URL, from its text alone. `href` must be a URL. */
export function lookAt(href: string, watched: Watch): Look {
  return {
    href,
    isRefused: isRefused(href, watched),
    sightings: watch(href, watched),
    forms: hostForms(new URL(href).hostname),
  };
}

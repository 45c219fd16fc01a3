import { atBefore, endOf, readAt } from './defang-marks.ts';
import { isPrivateHost } from './private-host.ts';
import { unfold } from './quoted-printable.ts';
import { readBare } from './read-bare.ts';
import { readHost, wordEnd } from './read-host.ts';
import { type Origin, readOrigin } from './read-origin.ts';
import { readRest } from './read-rest.ts';
import { refangRest } from './refang-rest.ts';

/** Why a person should look at a URL before it is taken: it can be no URL, not all of one, or nobody else's business. */
export type Doubt = 'private' | 'cut' | 'wrapped' | 'bareHost';

/** A URL in a text. */
export interface Finding {
  /** As it stood. */
  text: string;
  index: number;
  href: string;
  doubt?: Doubt;
  wasDefanged: boolean;
  /** How often it stands in the text, in any notation. */
  count: number;
}

/** What has the form of an address, and is none to detonate. */
export interface LeftOut {
  text: string;
  index: number;
  kind: 'email' | 'scheme' | 'network';
}

export interface Found {
  found: Finding[];
  leftOut: LeftOut[];
}

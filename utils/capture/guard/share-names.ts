import type { Piece } from './piece.ts';
import { isLongNumber, isMixed } from './value.ts';

/**
 * Parameters by which the link is the key: `rlkey`, `resourcekey`, `authkey`, a poll's `adminKey`; `edit2` leads back to one's own
 * answer in a form of Google's.
 */
const NAME =
  /^(?:rlkey|resource_?key|shared?_?(?:key|token|link|link_id|code|hash)|link_?(?:key|token|id|hash)|invit\w{0,8}(?:[_-]?(?:id|code|token|key|hash))?|join_?(?:code|token|key)|edit(?:2|_?(?:key|token|code|hash|link))|(?:admin|owner|guest|viewer?|reader|visitor|public|private|collab\w{0,9})_?(?:key|token|code|hash|link|pass)|sharing_?(?:key|token|link|id)|meeting_?(?:password|passcode|pwd|key|pin)|room_?(?:key|password|pin)|(?:private|server|invite|join)_?\w{0,8}link_?code|freigabe\w{0,8}|zugangs?(?:code|schluessel)|passcode|sign(?:ing)?_(?:id|key|token))$/i;

export function isShareKey({ name, value }: Piece): boolean {
  return NAME.test(name) && value.length >= 6 && (isMixed(value) || isLongNumber(value));
}

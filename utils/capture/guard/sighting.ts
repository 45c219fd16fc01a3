/** What in a URL should stay at home. */
const KINDS = [
  'userInfo',
  'token',
  'jwt',
  'saml',
  'signature',
  'presigned',
  'reset',
  'invite',
  'unsubscribe',
  'magicLink',
  'personal',
  'email',
  'webhook',
  'privateHost',
  'ownDomain',
] as const;
export type Kind = (typeof KINDS)[number];

export function isKind(word: string): word is Kind {
  return KINDS.some((kind) => kind === word);
}

/** Something in a URL that its reader, or who opens it, gets though it is not theirs. */
export interface Sighting {
  kind: Kind;
  /** Where it stands in the URL as `URL` writes it. */
  part: { in: 'userInfo' | 'host' | 'path' | 'query' | 'fragment'; start: number; end: number };
  /** The parameter's name, where it has one. */
  name?: string;
  /** The URL with that part left out, as it would be sent; absent where nothing would be left. */
  without?: string;
}

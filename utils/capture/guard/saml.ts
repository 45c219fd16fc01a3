import type { Piece } from './piece.ts';
import { words } from './words.ts';

/**
 * Messages of SAML and their artifacts, and the answer of WS-Federation.
 * @see https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf §3.4.4, §3.6.3
 */
const NAMES = words('samlrequest samlresponse samlart samlassertion wresult logoutrequest');

export function isSaml({ name, value }: Piece, texts: readonly string[]): boolean {
  return (
    (NAMES.has(name.toLowerCase()) && value.length >= 20) ||
    texts.some((text) =>
      /^<(?:\?xml.{0,80}\?>\s*<)?(?:saml2?p?|samlp|t|wst):(?:Response|AuthnRequest|Assertion|Logout|RequestSecurityTokenResponse)/.test(
        text,
      ),
    )
  );
}

import type { Piece } from './piece.ts';
import { isRandom } from './value.ts';
import { wordsOf } from './words.ts';

/**
 * Messages of SAML and their artifacts, and the answer of WS-Federation.
 * @see https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf §3.4.4, §3.6.3
 */
const NAMES =
  /^saml(?:2|v2)?(?:request|response|art|artifact|assertion|token|message)?$|^wresult$|^logout(?:request|response)$/;

export function isSaml({ name, value }: Piece, texts: readonly string[]): boolean {
  return (
    (NAMES.test(wordsOf(name).join('')) &&
      value.length >= 20 &&
      (isRandom(value) || value.startsWith('<'))) ||
    texts.some((text) =>
      /^<(?:\?xml.{0,80}\?>\s*<)?(?:saml2?p?|samlp|t|wst):(?:Response|AuthnRequest|Assertion|Logout|RequestSecurityTokenResponse)/.test(
        text,
      ),
    )
  );
}

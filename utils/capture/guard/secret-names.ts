import type { Link } from './link.ts';
import { isNeutral } from './neutral.ts';
import type { Piece } from './piece.ts';
import { isCode, isPassword, isPlaceholder, isPublicAddress, isRandom, isUuid } from './value.ts';
import { words, wordsOf } from './words.ts';

const PASSWORDS = words('password passwd passwort pass pwd passcode kennwort senha contrasena wachtwoord pw passphrase mdp');
const SESSIONS = words('session sess sid sessionid sessid phpsessid jsessionid sessiontoken oscsid zenid cfid cftoken aspsessionid');
/** What says much on its own, so that its value needs little. */
const SECRETS = words(
  'secret clientsecret appsecret apikey accesskey secretkey privatekey authkey licensekey masterkey sharedkey subscriptionkey',
  'streamkey userkey appkey serverkey feedkey rsskey oobcode verifier credential credentials creds auth authorization authcode',
  'authorizationcode sessioncode devicecode jeton assertion clientassertion tempauth passkey ticket loginticket magic sessionkey',
  'signedrequest linkkey accesscode refreshcode',
);
const CODES = words('otp totp otc onetimecode verificationcode verifycode mfacode smscode logincode passcode');
/** Words that make of a token something else: `token_type`, `token_path`. */
const ABOUT = words(
  'type path endpoint expiry expires expiration count address symbol name limit max ver version uri url id standard status',
  'public publishable instrumentation site hint provider method',
);
/** Beside an OAuth code; or what leads back from a sign-in (RFC 6749 §4.1.2). */
const ANSWERS = ['state', 'session_state', 'iss', 'scope', 'authuser', 'client_info'];

/** Whether a parameter holds a token, a key, a session or a password, by its name and by what its value looks like. */
export function isNamedSecret(piece: Piece, link: Link): boolean {
  const { name } = piece;
  const value = piece.value.trim();
  if (!name || isNeutral(name) || isPlaceholder(value) || isPublicAddress(value)) return false;
  return formsOf(name).some((parts) => isSecret(parts, value, link));
}

/** `auth[token]` is read as `auth token`, and as `token`. */
function formsOf(name: string): string[][] {
  const parts = wordsOf(name);
  const open = name.lastIndexOf('[');
  return open > 0 ? [parts, wordsOf(name.slice(open))] : [parts];
}

function isSecret(parts: readonly string[], value: string, link: Link): boolean {
  const joined = parts.join('');
  if (parts.some((word) => ABOUT.has(word))) return false;
  if (PASSWORDS.has(parts.at(-1) ?? '') || PASSWORDS.has(joined)) return isPassword(value);
  if (CODES.has(joined) || parts.some((word) => CODES.has(word))) return isCode(value) || isRandom(value, 6);
  if (SESSIONS.has(joined) || SESSIONS.has(parts.at(-1) ?? '') || joined.startsWith('aspsession'))
    return isRandom(value, 12) && !isMadeUp(value, link);
  if (joined.includes('token') || joined.includes('jwt')) return isUuid(value) || isRandom(value, 8);
  if (SECRETS.has(joined) || parts.includes('secret') || SECRETS.has(parts.slice(-2).join('')))
    return isUuid(value) || isRandom(value, 10);
  if (joined === 'key') return isUuid(value) || isRandom(value, 14);
  if (joined === 'code') return isAnswer(value, link);
  return false;
}

function isAnswer(value: string, { names, url }: Link): boolean {
  const isBack = ANSWERS.some((name) => names.has(name)) || /callback|oauth|oidc|signin|login/i.test(url.pathname);
  return isUuid(value) || isRandom(value, isBack ? 10 : 18);
}

/** Phishing kits make up a session: the same hash twice, or beside commands that only they have. */
function isMadeUp(value: string, { names }: Link): boolean {
  const half = value.length / 2;
  if (value.length >= 32 && value.slice(0, half) === value.slice(half)) return true;
  return names.has('dispatch') || names.has('cmd');
}

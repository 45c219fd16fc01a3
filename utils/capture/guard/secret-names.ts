import { decodeBase64 } from '../wrappers/base64.ts';
import { isMadeUp } from './kit.ts';
import type { Link } from './link.ts';
import { isNeutral } from './neutral.ts';
import type { Piece } from './piece.ts';
import { isCode, isLongNumber, isPassword, isPublicAddress, isRandom, isUuid } from './value.ts';
import { words, wordsOf } from './words.ts';

const PASSWORDS = words(
  'apipass userpass loginpass loginpas userpwd psw password passwd passwort pass pwd kennwort senha contrasena wachtwoord pw passphrase mdp',
);
const SESSIONS = words(
  'session sess sid sessionid sessid phpsessid jsessionid sessiontoken oscsid zenid cfid cftoken aspsessionid',
  'ses aspnetsessionid sapcontextid cookie smsession mysapsso2 wsid ssid asid sessionkey sso ssotoken ltpa ltpatoken shopsid xtcsid connectsid webcallsessionid jsession cakephp iplanetdirectorypro webvpn tokenid pgtid pgtiou',
);
/** What says much on its own, so that its value needs little. */
const SECRETS = words(
  'secret clientsecret appsecret apikey accesskey secretkey privatekey authkey licensekey masterkey sharedkey subscriptionkey',
  'streamkey userkey appkey serverkey feedkey rsskey oobcode verifier credential credentials creds auth authorization authcode',
  'authorizationcode sessioncode devicecode jeton assertion clientassertion tempauth passkey ticket loginticket magic sessionkey',
  'signedrequest linkkey accesscode refreshcode vercelshare protectionbypass bypass apisig apisecret oauthverifier authverify sharedsecret',
  'access ott lt pgt tgt pst storekey signkey signaturekey webkey botkey ownerkey pushkey sendkey devicekey zapikey pat zak sesame fpot checkword accesskeyid securitytoken hotlink',
);
const CODES = words('otp totp otc usercode oobcode');
const CODE =
  /^(?:auth|access|activat|approv|unlock|link|signin|email|magic|verify|confirm|reset|login|verif|securit|session|device|pairing|backup|recover|mfa|sms|onetime|einmal)\w*code$/;
/** What a person types on another device: https://www.rfc-editor.org/rfc/rfc8628#section-6.1 */
const USER_CODE = /^[A-Z\d]{4}-[A-Z\d]{4}$/;
/** Microsoft's for another device. */
const CAPITALS = /^(?=[A-Z]*\d)[A-Z\d]{8,9}$/;
/** In the other languages, too; a ticket of CAS, a feed's key, OpenWeather's `appid`. */
const KEY =
  /(?:key|ticket|auth)$|^(?:chave|clave|chiave|cle|clef|llave|klucz|avain|nokkel|nyckel|noegle|nogle|kulcs|anahtar|kljuc|klic|sleutel|schluessel|schlussel|feed|appid)$/;
const CHECKS = words('token key auth code ticket');
const USERS = ['user', 'username', 'uname', 'usr', 'benutzer', 'utilisateur', 'usuario', 'utente'];
/** Words that make of a token something else: `token_type`, `token_path`. */
const ABOUT = words(
  'type path endpoint expiry expires expiration count address symbol name limit max ver version uri url id standard status',
  'public publishable instrumentation site hint provider method cache sort partition foreign primary',
);
/** Beside an OAuth code; or what leads back from a sign-in (RFC 6749 §4.1.2). */
const ANSWERS = ['state', 'session_state', 'iss', 'scope', 'authuser', 'client_info'];

/** Where another device is let in. */
const DEVICE = /auth|device|login|pair|activate/i;

const BACK = /callback|oauth|oidc|signin|login|\/cb\/?$/i;

/** Whether a parameter holds a token, a key, a session or a password, by its name and by what its value looks like. */
export function isNamedSecret(piece: Piece, link: Link): boolean {
  const { name } = piece;
  const value = piece.value.trim();
  if (!name || isNeutral(name) || isMadeUp(value, link.names) || isPublicAddress(value)) return false;
  return formsOf(name).some((parts) => isSecret(parts, value, link));
}

/** `auth[token]` is read as `auth token`, and as `token`. */
function formsOf(name: string): string[][] {
  const parts = wordsOf(name);
  const open = name.lastIndexOf('[');
  return open > 0 ? [parts, wordsOf(name.slice(open))] : [parts];
}

type Names = (joined: string, parts: readonly string[]) => boolean;
type Value = (value: string, link: Link, joined: string) => boolean;

const lastOf = (parts: readonly string[]) => parts.at(-1) ?? '';

/** What a name calls secret, and what a value under it looks like; the first one decides. */
const SECRET: readonly (readonly [Names, Value])[] = [
  [
    (joined, parts) => PASSWORDS.has(lastOf(parts)) || PASSWORDS.has(joined),
    (value, link) => isPassword(value) || isRandom(value, 10) || isLogin(value, link),
  ],
  [
    (joined, parts) => CODES.has(joined) || CODES.has(lastOf(parts)) || CODE.test(joined),
    (value) => isCode(value) || isRandom(value, 6) || USER_CODE.test(value) || CAPITALS.test(value),
  ],
  [
    (joined, parts) =>
      SESSIONS.has(joined) ||
      SESSIONS.has(lastOf(parts)) ||
      /^aspsession|sess(?:ion)?(?:id)?(?:sso)?$|cookie$|^[a-z]sid$|^nsc(?:aaac|tmas)$/.test(joined),
    (value, _, joined) =>
      isRandom(value, joined === 'sid' ? 8 : 12) || (joined === 'cftoken' && isLongNumber(`0${value}`)),
  ],
  [
    (joined) => /token|jwt|^(?:tkn|tok|tk|bearer|jeton|gettoken)$/.test(joined),
    (value) => isUuid(value) || isRandom(value) || isLongNumber(value),
  ],
  [
    (joined, parts) =>
      SECRETS.has(joined) || parts.includes('secret') || SECRETS.has(parts.slice(-2).join('')),
    (value, _, joined) =>
      isUuid(value) ||
      isRandom(value, 10) ||
      isLongNumber(value) ||
      (joined === 'apikey' && /^\d{6,}$/.test(value)),
  ],
  [
    (joined) => KEY.test(joined),
    (value, _, joined) => isUuid(value) || isRandom(value, joined === 'appid' ? 24 : 14),
  ],
  [(joined) => /^(?:code|codice|codigo|kode|kod)$/.test(joined), isAnswer],
  // A coupon, a country, a product has a shorter one.
  [(joined) => /code$/.test(joined), (value) => isRandom(value, 20)],
  // InfluxDB's and others': https://docs.influxdata.com/influxdb/v1/tools/api/#query-string-parameters-1
  [
    (joined) => joined === 'p',
    (value, { names }) => names.has('u') && (names.has('q') || names.has('db')) && isRandom(value, 10),
  ],
];

function isSecret(parts: readonly string[], value: string, link: Link): boolean {
  const joined = parts.join('');
  if (!SESSIONS.has(joined) && !joined.endsWith('sessionid') && parts.some((word) => ABOUT.has(word)))
    return false;
  // A redirector checks with it that its target was not changed; it opens nothing.
  if (link.redirects && CHECKS.has(lastOf(parts)) && (parts.length === 1 || /^redir/.test(joined)))
    return false;
  const [, looksSo] = SECRET.find(([isNamed]) => isNamed(joined, parts)) ?? [];
  return looksSo?.(value, link, joined) ?? false;
}

/** A user's name beside it says that even a word is a password. */
function isLogin(value: string, { names }: Link): boolean {
  return value.length > 3 && USERS.some((name) => names.has(name));
}

function isAnswer(value: string, { names, url }: Link): boolean {
  const isBack = ANSWERS.some((name) => names.has(name)) || BACK.test(url.pathname);
  // A playground's program, not the answer to a sign-in.
  if (/\s/.test(decodeBase64(value) ?? '')) return false;
  if (names.has('state') && BACK.test(url.pathname) && /^(?=\w*\d)(?=\w*[a-z])\w{6,}$|^\d{6,8}$/.test(value))
    return true;
  if (DEVICE.test(url.pathname) && USER_CODE.test(value)) return true;
  return isUuid(value) || isRandom(value, isBack ? 10 : 14);
}

import type { Link } from './link.ts';
import { isNeutral } from './neutral.ts';
import type { Piece } from './piece.ts';
import { isPlaceholder, isRandom } from './value.ts';
import { words } from './words.ts';

/**
 * Cloud storage: Amazon's and those who follow it (`X-Amz-Signature`, `X-Goog-…`, `x-oss-…`, `x-obs-…`, `X-Tos-…`), Tencent's COS,
 * OpenStack Swift.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 * @see https://cloud.google.com/storage/docs/access-control/signed-urls
 * @see https://docs.openstack.org/swift/latest/api/temporary_url_middleware.html
 */
const PRESIGNED = /^x-[a-z]+-(?:signature|credential|security-token)$|^temp_url_sig$|^q-(?:signature|ak)$/;

/** Whose key it is; beside it a plain `Signature`. CloudFront's `Policy` is signed, too. */
const OWNERS = words('awsaccesskeyid ossaccesskeyid googleaccessid accesskeyid key-pair-id');

/**
 * Azure's shared access signatures: `sig` beside what it is for.
 * @see https://learn.microsoft.com/en-us/rest/api/storageservices/create-service-sas
 */
const AZURE = ['sv', 'se', 'sr', 'skn'];

export function isPresigned({ name, value }: Piece, { names }: Link): boolean {
  const lower = name.toLowerCase();
  if (!lower || value.length < 4 || isPlaceholder(value)) return false;
  if (PRESIGNED.test(lower)) return isRandom(value) || value.length >= 16;
  if (OWNERS.has(lower)) return names.has('signature');
  if (lower === 'signature' || lower === 'policy')
    return [...OWNERS].some((owner) => names.has(owner)) && value.length >= 16;
  if (lower === 'sig') return AZURE.some((other) => names.has(other)) && isRandom(value, 16);
  // https://www.backblaze.com/apidocs/b2-get-download-authorization
  return lower === 'authorization' && /^\d_\d{14}[\da-f]{8,}/.test(value);
}

const SIGNATURES = words(
  'sig signature sign sgn hmac mac signed _sig x-signature x-sig sigv sig2 hmac_sha256 openid.sig _hash',
);

/** What stands beside an end in links of nginx, Discord, Bunny, Wowza, Facebook and others. */
const CHECKS = words(
  'key1 md5 st t h hs hm oh hash hashcode s k tk key secure security verify check chk digest sha sha1 sha256 validation secret acl id_hash ik-s vt',
);

const HASHES = words('hash h k hsh check chk security access verify secure hashkey userhash uhash');
const WHOSE = [
  'uid',
  'user',
  'userid',
  'user_id',
  'username',
  'u',
  'member',
  'memberid',
  'member_id',
  'customer',
  'customerid',
  'contact',
  'account',
  'login',
  'pid',
];

/** `exp=1717000000~acl=/*~hmac=…`: https://techdocs.akamai.com/adaptive-media-delivery/docs/generate-a-token-and-apply-it */
const AKAMAI = /~(?:hmac|acl|signature)=/i;

/** `1717000000-…`: https://developers.cloudflare.com/waf/custom-rules/use-cases/configure-token-authentication/ */
const TIMED = /^1[4-9]\d{8}[-_|][\w%+/=-]{20,}$|^[\da-f]{8}1[4-9]\d{8}$|^[\w-]{20,64},1[4-9]\d{8}$/;

/** Whether a parameter is what a CDN or an application checks before it shows the page. */
export function isSignature({ name, value }: Piece, { hasEnd, leadsOn, names }: Link): boolean {
  if (AKAMAI.test(value)) return true;
  const lower = name.toLowerCase();
  if (!lower || isNeutral(lower) || isPlaceholder(value)) return false;
  if (TIMED.test(value)) return true;
  // A check value of an advertisement or a redirector only says that the target was not changed.
  if ((leadsOn && !hasEnd) || names.has('adurl') || names.has('gclid')) return false;
  if (SIGNATURES.has(lower) || /(?:signature|hmac|sign|streamhash)(?:_?v?\d)?\]?$/.test(lower))
    return isRandom(value, 12);
  // A user's feed, answer or place, opened by a hash of it.
  if (HASHES.has(lower) && WHOSE.some((other) => names.has(other)))
    return /^[\da-f]{32,128}$/i.test(value) || isRandom(value, 20);
  if (hasEnd && CHECKS.has(lower)) return isRandom(value, 16);
  // imgix and Reddit sign with it; boards call their session so.
  return lower === 's' && /^[\da-f]{32,64}(?:_\d{10})?$/.test(value);
}

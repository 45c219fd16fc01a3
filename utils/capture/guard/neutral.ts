import { words, wordsOf } from './words.ts';

/** What counts clicks, chooses a language, starts a sign-in or checks a form opens nothing. */
const NEUTRAL = words(
  'gclid gclsrc gbraid wbraid dclid fbclid msclkid ttclid twclid yclid igshid igsh srsltid li_fat_id epik irclickid awc cjevent',
  'clickid click_id click_key click_sum unlocked_article_code subid sub_id aff_id hsctatracking _hsmi _ga _gl _gac mc_cid spm scm ved ei sclient gs_lcp sxsrf usg sa',
  'nonce state code_challenge code_challenge_method client_id response_type response_mode scope prompt realm session_state',
  'csrf csrf_token csrftoken _csrf xsrf _xsrf authenticity_token __requestverificationtoken csrfmiddlewaretoken crumb',
  'g-recaptcha-response captcha recaptcha_token cf-turnstile-response h-captcha-response sitekey site_key',
  'lang locale hl ref referer referrer src source version ver v rev build dpl ixid ixlib rand cb cachebuster _ timestamp ts tfs tfu',
  'commit sha commit_id etag checksum integrity fingerprint correlation_id request_id trace_id tab_id execution',
);

/** Parameters by which a page is cut up: `pageToken`, `next_token`. */
const PAGES = words('page next prev previous continuation cursor sync paging');

export function isNeutral(name: string): boolean {
  const lower = name.toLowerCase();
  if (NEUTRAL.has(lower) || /^(?:utm|hsa|mtm|pk|piwik|matomo|_x_tr|dc)_/.test(lower)) return true;
  const parts = wordsOf(name);
  return parts.some((word) => PAGES.has(word)) || /^(?:page|next|continuation|sync)token$/.test(lower);
}

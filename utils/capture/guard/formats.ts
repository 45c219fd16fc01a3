/**
 * A signed or encrypted JSON Web Token: a header that begins with `{"`, in whatever lines, and parts behind it.
 * @see https://www.rfc-editor.org/rfc/rfc7519
 */
const JWT = /(?<![\w-])e(?:yJ|yA|w0K|wo[gJ])[\w-]{6,4000}\.(?:[\w-]{4,}\.[\w-]*|[\w-]*\.[\w-]+)/;

export function hasJwt(text: string): boolean {
  return JWT.test(text);
}

/** Tokens that say by their own form what they are, as their issuers document it for scanners. */
const TOKENS: readonly RegExp[] = [
  // https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
  /(?<!\w)(?:gh[opsur]_\w{20,}|github_pat_\w{20,}|GHSAT0\w{20,})/,
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  /(?<!\w)gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt)-[\w-]{16,}/,
  // https://api.slack.com/authentication/token-types
  /(?<!\w)xox[abceoprs]-[\w-]{16,}|(?<!\w)xapp-\d-[\w-]{10,}/,
  // https://docs.stripe.com/keys; https://www.twilio.com/docs/iam/api-keys; https://docs.sendgrid.com/ui/account-and-settings/api-keys
  /(?<!\w)(?:[sr]k_(?:live|test)_\w{10,}|SG\.[\w-]{16,}\.[\w-]{16,}|whsec_\w{16,})/,
  // https://cloud.google.com/docs/authentication/api-keys; https://developers.google.com/identity/protocols/oauth2
  /(?<!\w)(?:AIza[\w-]{30,}|ya29\.[\w-]{16,}|GOCSPX-[\w-]{16,})/,
  // https://core.telegram.org/bots/api#authorizing-your-bot
  /(?<![\da-z])\d{6,12}:AA[\w-]{20,}/i,
  // https://pypi.org/help/#apitoken; https://docs.npmjs.com/about-access-tokens; https://guides.rubygems.org/api-key-scopes/
  /(?<!\w)(?:pypi-Ag[\w-]{16,}|npm_\w{30,}|rubygems_\w{30,}|dckr_pat_[\w-]{16,})/,
  // https://developers.facebook.com/docs/facebook-login/guides/access-tokens
  /(?<!\w)EAA[A-Za-z\d]{40,}/,
  // DigitalOcean, Shopify, HashiCorp Vault, Atlassian, Figma, Grafana, Linear, OpenAI, PASETO
  /(?<!\w)(?:do[opr]_v1_\w{20,}|shp(?:at|ca|pa|ss)_\w{20,}|hv[sbr]\.[\w-]{20,}|ATATT3[\w=-]{20,}|figd_[\w-]{20,}|gl(?:sa|c)_\w{20,}|lin_api_\w{20,}|sk-[\w-]{32,}|v[1-4]\.(?:local|public)\.[\w-]{20,})/,
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html: access keys, and the beginning of session tokens
  /(?<![A-Za-z\d])(?:AKIA|ASIA)[A-Z\d]{16}(?![A-Za-z\d])|(?<!\w)(?:FwoG|IQoJb3JpZ2lu)[\w+/-]{30,}/,
  // Hugging Face, Notion, HubSpot, Mailgun, Square, Postman, Databricks, Doppler, Sentry, Tailscale, Pulumi, Netlify, Brevo, Resend
  /(?<![\w-])(?:hf_[A-Za-z]{30,}|(?:secret_|ntn_)[A-Za-z\d]{40,}|pat-(?:na|eu|ap)\d-[\da-f-]{36}|key-[\da-f]{32}|sq0[a-z]{3}-[\w-]{20,}|PMAK-[\da-f]{24}-[\da-f]{30,}|dapi[\da-f]{32}|dp\.[a-z]{2,5}\.\w{30,}|sntry[su]_[\w=+/]{24,}|tskey-[a-z]+-\w{8,}-\w{16,}|pul-[\da-f]{40}|nfp_\w{30,}|x(?:key|smtp)sib-[\da-f]{64}|re_[A-Za-z\d]{8}_[A-Za-z\d]{20,})/,
  // Supabase, Vercel, Groq, Replicate, Contentful, Bitbucket, NuGet, Frame.io, age, Dropbox
  /(?<![\w-])(?:sbp_[\da-f]{40}|sb_secret_[\w-]{20,}|vercel_blob_rw_\w{20,}|gsk_\w{40,}|r8_\w{36,}|CFPAT-[\w-]{40,}|ATBB\w{28,}|BBDC-[\w+]{40,}|oy2[a-z\d]{43}|fio-u-[\w-]{24,}|AGE-SECRET-KEY-1[A-Z\d]{50,}|sl\.[\w-]{100,})/,
  // https://firebase.google.com/docs/cloud-messaging: a device's address; what stands before a key in PEM
  /:APA91b[\w-]{40,}|-----BEGIN[ +][A-Z +]{0,20}PRIVATE[ +]KEY/,
  // A user and a password before the host of a database, a queue, a server of mail
  /(?<![a-z\d+.-])[a-z][a-z\d+.-]{1,20}:\/\/[^\s/:@?#]{0,80}:[^\s/@?#]{1,200}@[\w[]/i,
  // Rails' signed messages and blobs, Django's signed values: https://docs.djangoproject.com/en/stable/topics/signing/
  /(?<![\w-])[\w-]{16,2000}={0,2}--[\da-f]{40,64}/,
  /:\w{6}:(?:[\w-]{27}|[\w-]{43})(?![\w-])/,
  // https://itsdangerous.palletsprojects.com/en/stable/url_safe/: payload, time, signature
  /(?<![\w.-])[\w-]{8,}\.[\w-]{6}\.(?:[\w-]{27}|[\w-]{43}|[\w-]{86})(?![\w-])/,
];

export function hasToken(text: string): boolean {
  return TOKENS.some((token) => token.test(text)) || /^(?:bearer|basic)[ +][\w.~+/-]{8,}=*$/i.test(text);
}

import { skeleton } from './look-alikes.ts';

/** Those that phishing and malware imitate most, by their names as a host has them. */
const BRANDS: readonly string[] = (
  'microsoft microsoftonline office office365 outlook hotmail onedrive sharepoint skype xbox azure google gmail youtube android ' +
  'apple icloud itunes iphone paypal amazon netflix facebook instagram whatsapp messenger linkedin twitter tiktok snapchat ' +
  'pinterest discord reddit telegram dhl ups fedex usps royalmail dropbox adobe docusign wetransfer zoom webex okta github ' +
  'gitlab slack salesforce atlassian cloudflare godaddy namecheap ebay aliexpress alibaba walmart costco bestbuy shopify stripe ' +
  'venmo cashapp zelle revolut wise klarna coinbase binance kraken metamask myetherwallet ledger trezor blockchain opensea ' +
  'uniswap bybit kucoin bittrex poloniex chase wellsfargo bankofamerica americanexpress amex capitalone citibank hsbc barclays ' +
  'lloyds lloydsbank natwest santander bbva caixabank bnpparibas creditagricole societegenerale deutschebank commerzbank ' +
  'sparkasse postbank unicredit intesasanpaolo rabobank abnamro swedbank nordea postfinance visa mastercard steam steamcommunity ' +
  'steampowered roblox epicgames playstation nintendo twitch spotify disneyplus hulu booking airbnb expedia verizon comcast ' +
  'xfinity vodafone telekom yahoo protonmail mailchimp sendgrid intuit quickbooks turbotax samsung huawei nvidia oracle cisco ' +
  'citrix vmware fortinet lastpass bitwarden keepass norton mcafee yandex mercadolibre rakuten wikipedia'
).split(' ');
const NAMES: ReadonlySet<string> = new Set(BRANDS);
const BY_SKELETON: ReadonlyMap<string, string> = new Map(BRANDS.map((brand) => [skeleton(brand), brand]));

/** Words and names in their own right, although they look like a brand: in German, French, Greek, Icelandic, Russian, Swedish. */
const WORDS: ReadonlySet<string> = new Set(
  'appie azuré dhi expédia googie stearn zeile zelie äpple kräken släck vísa οκτά οκτα окта'.split(' '),
);

/** Domains of the brands; whatever is below one of them imitates none. Most are the name itself with `.com`. */
const OWN: ReadonlySet<string> = new Set([
  ...BRANDS.map((brand) => `${brand}.com`),
  ...(
    'amazon.co.uk amazon.de azure.net cash.app google.co.uk google.de live.com metamask.io netflix.net office.net paypal.me ' +
    'royalmail.co.uk sharepoint.de telegram.org trezor.io wellsfargo.net wikipedia.org zoom.us'
  ).split(' '),
]);

/** Which brand a word is spelt like. `undefined` for the brand's own spelling, and for what is a word of its own. */
export function imitatedBrand(word: string): string | undefined {
  return NAMES.has(word) || WORDS.has(word) ? undefined : BY_SKELETON.get(skeleton(word));
}

/** Whether a host, by its labels, is a brand's own. */
export function isBrandsOwn(labels: readonly string[]): boolean {
  return OWN.has(labels.slice(-2).join('.')) || OWN.has(labels.slice(-3).join('.'));
}

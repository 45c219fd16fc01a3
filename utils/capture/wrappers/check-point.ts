import { restOf, type Wrapper } from './wrapper.ts';

/** `/v2/___URL___.…`; newer ones name a region: `/v2/r01/___URL___.…`. */
const START = /^\/v2\/(?:[a-z]\d\d\/)?___/;
const END = '___';

/**
 * The URL between underscores in a link of Check Point's Click-Time Protection, Avanan's before; their first format is encrypted.
 * @see https://blog.checkpoint.com/product-updates/click-time-protection-replaced-url-domain-change/
 */
export const betweenUnderscores: Wrapper['textsIn'] = (url) => {
  const rest = restOf(url);
  const [start] = START.exec(rest) ?? [];
  if (start === undefined) return [];
  const end = rest.endsWith(END) ? rest.length - END.length : rest.lastIndexOf(`${END}.`);
  return end > start.length ? [rest.slice(start.length, end)] : [];
};

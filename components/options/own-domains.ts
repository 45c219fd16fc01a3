import { isDomain } from '@/utils/analyses/own-domain.ts';
import { preferencesSchema } from '@/utils/analyses/settings.ts';

const { ownDomains } = preferencesSchema.shape;

/** What was typed, line by line. */
interface Typed {
  domains: string[];
  /** The lines that are no host. */
  bad: string[];
  /** There are more, or longer ones, than can be kept. */
  isTooMuch: boolean;
}

/** The domains in a text, one a line, as they were typed: internationalised, in upper case, with a dot or an asterisk before. */
export function parseDomains(text: string): Typed {
  const lines = [...new Set(text.split(/[\r\n]+/).map((line) => line.trim()))].filter(Boolean);
  const domains = lines.filter(isDomain);
  return {
    domains,
    bad: lines.filter((line) => !isDomain(line)),
    isTooMuch: !ownDomains.safeParse(domains).success,
  };
}

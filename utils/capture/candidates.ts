import type { Finding } from './find-urls.ts';
import { isPrivateHost } from './private-host.ts';
import type { Doubt } from './read-piece.ts';
import { parseTarget } from './target.ts';
import { unwrap } from './unwrap.ts';

/** One of the URLs that a candidate can be sent as. */
export interface Form {
  href: string;
  /** The service that put the URL within into this one; the innermost has none. */
  by?: string;
  isPrivate: boolean;
}

/** What the user may choose from: a URL of a text, and those that it was wrapped in. */
export interface Candidate {
  /** The innermost URL: all that leads there is one candidate. */
  id: string;
  /** The innermost first. */
  forms: readonly [Form, ...Form[]];
  /** How it stood where that is not how it is sent: defanged, or without its scheme. Each once. */
  stood: readonly string[];
  /** How often it stood there, wrapped or not. */
  count: number;
  /** Why a person should look first; a private host is told with the form. */
  doubt?: Exclude<Doubt, 'private'>;
}

/** The findings of a text as what can be chosen, those that come to the same URL as one, in their order. */
export function candidatesOf(findings: readonly Finding[]): Candidate[] {
  const candidates = new Map<string, Candidate>();
  for (const finding of findings) {
    const forms = formsOf(finding.href);
    const known = candidates.get(forms[0].href);
    candidates.set(forms[0].href, known ? joined(known, finding, forms) : made(finding, forms));
  }
  return [...candidates.values()];
}

type Forms = readonly [Form, ...Form[]];

function formsOf(href: string): Forms {
  const layers = unwrap(href);
  const hrefs = [href, ...layers.map(({ inner }) => inner)];
  const forms = hrefs.map((one, index): Form => {
    const by = layers[index]?.by;
    return { href: one, ...(by && { by }), isPrivate: isPrivateHost(new URL(one).hostname) };
  });
  return forms.reverse() as [Form, ...Form[]];
}

function made(finding: Finding, forms: Forms): Candidate {
  const doubt = doubtOf(finding);
  return {
    id: forms[0].href,
    forms,
    stood: stoodIn(finding),
    count: finding.count,
    ...(doubt && { doubt }),
  };
}

function joined(known: Candidate, finding: Finding, forms: Forms): Candidate {
  const { doubt: before, ...rest } = known;
  const doubt = before && doubtOf(finding);
  const hrefs = new Set(known.forms.map(({ href }) => href));
  const [first, ...more] = known.forms;
  return {
    ...rest,
    forms: [first, ...more, ...forms.filter(({ href }) => !hrefs.has(href))],
    stood: [...new Set([...known.stood, ...stoodIn(finding)])],
    count: known.count + finding.count,
    ...(doubt && { doubt }),
  };
}

function doubtOf({ doubt }: Finding): Candidate['doubt'] {
  return doubt === 'private' ? undefined : doubt;
}

const SCHEME = /^https?:/i;

function stoodIn({ text, wasDefanged }: Finding): string[] {
  return wasDefanged || !SCHEME.test(text) ? [text] : [];
}

/** Addresses as the browser gives them, of tabs say, as findings: nothing is read into them. */
export function findingsOf(addresses: readonly string[]): { found: Finding[]; others: string[] } {
  const found = new Map<string, Finding>();
  const others = new Set<string>();
  for (const [index, text] of addresses.entries()) {
    const target = parseTarget(text);
    if ('problem' in target) others.add(text);
    else {
      const known = found.get(target.href);
      found.set(target.href, {
        text,
        index,
        href: target.href,
        wasDefanged: false,
        count: (known?.count ?? 0) + 1,
      });
    }
  }
  return { found: [...found.values()], others: [...others] };
}

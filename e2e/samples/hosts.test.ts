import { expect, it } from 'vitest';
import { hostForms } from '@/utils/capture/host-forms.ts';
import { malicious, posted, wellKnown } from '../corpus/corpus.ts';

/** Hosts with hints, and these. */
function hinted(urls: readonly string[]): string[] {
  const hosts = new Set(urls.flatMap((text) => URL.parse(text)?.hostname ?? []));
  const lines = [...hosts].flatMap((host) => {
    const { unicode, hints } = hostForms(host);
    return hints.length > 0 ? [`${host} ${unicode ?? ''} ${JSON.stringify(hints)}`] : [];
  });
  console.log(`${lines.length} of ${hosts.size} hosts`, lines);
  return lines;
}

it('says nothing about well-known hosts', () => {
  expect(wellKnown().length).toBeGreaterThan(1000);
  expect(hinted(wellKnown())).toEqual([]);
});

// Among what people posted and what is malicious some do imitate; each of them was read.
it('says little about others', () => {
  expect(hinted(posted()).length).toBeLessThan(10);
  expect(hinted(malicious().map(({ href }) => href)).length).toBeLessThan(10);
});

it('shows what is internationalised', () => {
  const forms = [...wellKnown(), ...posted()].flatMap((text) => {
    const host = URL.parse(text)?.hostname;
    return host?.includes('xn--') ? [hostForms(host)] : [];
  });
  expect(forms.length).toBeGreaterThan(4);
  for (const { ascii, unicode } of forms) expect(URL.parse(`http://${unicode}`)?.hostname).toBe(ascii);
});

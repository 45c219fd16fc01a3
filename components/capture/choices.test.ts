import { describe, expect, it } from 'vitest';
import type { Candidate } from '@/utils/capture/candidates.ts';
import { type Choosing, choose, chosenOf, hrefsOf, NO_CHOICES, sendingOf, tickingOf } from './choices.ts';

const plain = candidate('https://a.example.com/');
const doubtful: Candidate = { ...candidate('http://b.example.com/'), doubt: 'bareHost' };
const inner = 'https://c.example.com/';
const outer = 'https://wrapper.example.com/?u=c';
const wrapped: Candidate = {
  ...candidate(inner),
  forms: [
    { href: inner, isPrivate: false },
    { href: outer, by: 'Somebody', isPrivate: false },
  ],
};
const inside: Candidate = {
  ...candidate('http://intranet/'),
  forms: [{ href: 'http://intranet/', isPrivate: true }],
};
const all = [plain, doubtful, wrapped, inside];

function candidate(href: string): Candidate {
  return { id: href, forms: [{ href, isPrivate: false }], stood: [], count: 1 };
}

function chosenAfter(choosing: readonly Choosing[], allowPrivateHosts = false) {
  return chosenOf(all, choosing.reduce(choose, NO_CHOICES), { allowPrivateHosts });
}

describe('what is chosen', () => {
  it('is all at first, but for hosts of a private network', () => {
    expect(chosenAfter([]).map(({ isTicked }) => isTicked)).toEqual([true, true, true, false]);
    expect(chosenAfter([], true).map(({ isTicked }) => isTicked)).toEqual([true, true, true, false]);
  });

  it('holds no private host that the background would refuse, whatever is ticked', () => {
    const tick: Choosing = { do: 'tick', ids: [inside.id], isTicked: true };
    expect(chosenAfter([tick]).at(-1)).toMatchObject({ isTicked: false, isRefused: true });
    expect(chosenAfter([tick], true).at(-1)).toMatchObject({ isTicked: true, isRefused: false });
  });

  it('is what was within a wrapped one, unless the user picks a layer', () => {
    expect(hrefsOf(chosenAfter([]))).toContain(inner);
    const picked = hrefsOf(chosenAfter([{ do: 'pick', id: wrapped.id, href: outer }]));
    expect(picked).toContain(outer);
    expect(picked).not.toContain(inner);
  });

  it('is each URL once', () => {
    const twice = chosenOf([plain, { ...plain, id: 'other' }], NO_CHOICES, { allowPrivateHosts: false });
    expect(hrefsOf(twice)).toEqual([plain.id]);
  });

  it('is nothing any more once it was sent, until it is ticked by itself', () => {
    const hrefs = hrefsOf(chosenAfter([{ do: 'tick', ids: [plain.id], isTicked: true }]));
    const sent: Choosing[] = [
      { do: 'tick', ids: [plain.id], isTicked: true },
      sendingOf(chosenAfter([]), hrefs),
    ];
    expect(hrefsOf(chosenAfter(sent))).toEqual([]);
    expect(chosenAfter(sent)[0]?.isSent).toBe(true);
    expect(hrefsOf(chosenAfter([...sent, ...tickingOf(chosenAfter(sent), 'all')]))).toEqual([]);
    const again: Choosing = { do: 'tick', ids: [plain.id], isTicked: true };
    expect(hrefsOf(chosenAfter([...sent, again]))).toEqual([plain.id]);
  });

  it('stays without what was not ticked once the rest was sent', () => {
    const untick: Choosing = { do: 'tick', ids: [doubtful.id], isTicked: false };
    const chosen = chosenAfter([untick]);
    expect(hrefsOf(chosenAfter([untick, sendingOf(chosen, hrefsOf(chosen))]))).toEqual([]);
  });

  it('is the rest where the sending broke off', () => {
    expect(hrefsOf(chosenAfter([sendingOf(chosenAfter([]), [plain.id])]))).toEqual([doubtful.id, inner]);
  });

  it('is the other form where the first was sent', () => {
    const sent = sendingOf(chosenAfter([]), [inner]);
    expect(hrefsOf(chosenAfter([sent, { do: 'pick', id: wrapped.id, href: outer }]))).toContain(outer);
  });

  it.each([
    ['all', [plain.id, doubtful.id, inner]],
    ['none', []],
    ['undoubted', [plain.id, inner]],
  ] as const)('can be %s', (which, hrefs) => {
    expect(hrefsOf(chosenAfter(tickingOf(chosenAfter([]), which)))).toEqual(hrefs);
  });
});

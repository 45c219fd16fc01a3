import type { Candidate, Form } from '@/utils/capture/candidates.ts';

/** What the user chose, by the candidate: it outlasts a change of the text. */
export interface Choices {
  ticks: ReadonlyMap<string, boolean>;
  /** The URL that a candidate is sent as. */
  forms: ReadonlyMap<string, string>;
  /** The URLs that were sent from here. */
  sent: ReadonlySet<string>;
}

export type Choosing =
  | { do: 'tick'; ids: readonly string[]; isTicked: boolean }
  | { do: 'pick'; id: string; href: string }
  | { do: 'send'; ids: readonly string[]; hrefs: readonly string[] };

export const NO_CHOICES: Choices = { ticks: new Map(), forms: new Map(), sent: new Set() };

export function choose(before: Choices, choosing: Choosing): Choices {
  switch (choosing.do) {
    case 'tick': {
      const { ids, isTicked } = choosing;
      return { ...before, ticks: new Map([...before.ticks, ...ids.map((id) => [id, isTicked] as const)]) };
    }
    case 'pick':
      return { ...before, forms: new Map(before.forms).set(choosing.id, choosing.href) };
    case 'send': {
      // What was sent is ticked no more, whatever was chosen before: the second of two clicks finds nothing to send.
      const ticks = new Map(before.ticks);
      for (const id of choosing.ids) ticks.delete(id);
      return { ...before, ticks, sent: new Set([...before.sent, ...choosing.hrefs]) };
    }
  }
}

/** A candidate as the choices make it. */
export interface Chosen {
  candidate: Candidate;
  form: Form;
  isTicked: boolean;
  /** It can't be ticked: the background would refuse it. */
  isRefused: boolean;
  isSent: boolean;
}

export function chosenOf(
  candidates: readonly Candidate[],
  { ticks, forms, sent }: Choices,
  { allowPrivateHosts }: { allowPrivateHosts: boolean },
): Chosen[] {
  return candidates.map((candidate) => {
    const wanted = forms.get(candidate.id);
    const form = candidate.forms.find(({ href }) => href === wanted) ?? candidate.forms[0];
    const isRefused = form.isPrivate && !allowPrivateHosts;
    const isSent = sent.has(form.href);
    const isTicked = !isRefused && (ticks.get(candidate.id) ?? (!form.isPrivate && !isSent));
    return { candidate, form, isTicked, isRefused, isSent };
  });
}

/** What is sent: each URL once. */
export function hrefsOf(chosen: readonly Chosen[]): string[] {
  return [...new Set(chosen.filter(({ isTicked }) => isTicked).map(({ form }) => form.href))];
}

/** These URLs were sent. */
export function sendingOf(chosen: readonly Chosen[], hrefs: readonly string[]): Choosing {
  const sent = new Set(hrefs);
  const ids = chosen.filter(({ form }) => sent.has(form.href)).map(({ candidate }) => candidate.id);
  return { do: 'send', ids, hrefs };
}

/** Ticks these, and no others: what was sent already is sent again only where it is ticked by itself. */
export function tickingOf(chosen: readonly Chosen[], which: 'all' | 'none' | 'undoubted'): Choosing[] {
  const isWanted = ({ candidate, form, isSent, isRefused }: Chosen) =>
    which !== 'none' &&
    !isSent &&
    !isRefused &&
    (which === 'all' || (candidate.doubt === undefined && !form.isPrivate));
  const idsOf = (some: readonly Chosen[]) => some.map(({ candidate }) => candidate.id);
  return [
    { do: 'tick', ids: idsOf(chosen.filter(isWanted)), isTicked: true },
    { do: 'tick', ids: idsOf(chosen.filter((one) => !isWanted(one))), isTicked: false },
  ];
}

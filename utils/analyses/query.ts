import { PLATFORMS, type Platform } from '@/utils/spectra/platforms.ts';
import { STATES, type State } from './analysis.ts';
import { RANKS, type Rank } from './verdict.ts';

export const SORTS = ['sent', 'url', 'verdict', 'case'] as const;
export type Sort = (typeof SORTS)[number];

/** What a list of analyses is narrowed down to, and how it is sorted. Empty fields ask for nothing. */
export interface Query {
  /** Words that must all be met, in any of the searched texts. */
  text: string;
  verdicts: readonly Rank[];
  states: readonly State[];
  platforms: readonly Platform[];
  /** Days as `2026-11-24`, both included, in the user's time zone. */
  from: string;
  to: string;
  /** The name of a case; empty for any. */
  case: string;
  sort: Sort;
  isReversed: boolean;
}

export const NO_QUERY: Query = {
  text: '',
  verdicts: [],
  states: [],
  platforms: [],
  from: '',
  to: '',
  case: '',
  sort: 'sent',
  isReversed: false,
};

/** Whether it asks for anything, the order aside. */
export function isNarrowed({ text, verdicts, states, platforms, from, to, case: name }: Query): boolean {
  return [text.trim(), from, to, name, ...verdicts, ...states, ...platforms].some((one) => one !== '');
}

/** As it stands in a page's address, after the `#`; empty where it asks for nothing. */
export function formatQuery(query: Query): string {
  const { text, verdicts, states, platforms, from, to, sort, isReversed } = query;
  const fields: [string, string][] = [
    ['q', text],
    ['verdict', verdicts.join()],
    ['state', states.join()],
    ['platform', platforms.join()],
    ['from', from],
    ['to', to],
    ['case', query.case],
    ['sort', sort === NO_QUERY.sort ? '' : sort],
    ['order', isReversed ? 'reverse' : ''],
  ];
  return new URLSearchParams(fields.filter(([, value]) => value !== '')).toString();
}

/** What stands in an address, odd parts of it left out. Never throws. */
export function parseQuery(fragment: string): Query {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const get = (name: string) => fields.get(name) ?? '';
  return {
    text: get('q'),
    verdicts: some(RANKS, get('verdict')),
    states: some(STATES, get('state')),
    platforms: some(PLATFORMS, get('platform')),
    from: day(get('from')),
    to: day(get('to')),
    case: get('case'),
    sort: some(SORTS, get('sort'))[0] ?? NO_QUERY.sort,
    isReversed: get('order') === 'reverse',
  };
}

function some<T extends string>(all: readonly T[], joined: string): T[] {
  const named = joined.split(',');
  return all.filter((one) => named.includes(one));
}

function day(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}

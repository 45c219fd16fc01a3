import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { STATES } from '@/utils/analyses/analysis.ts';
import { isNarrowed, NO_QUERY, type Query } from '@/utils/analyses/query.ts';
import { RANKS } from '@/utils/analyses/verdict.ts';
import { t } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';
import { PLATFORMS } from '@/utils/spectra/platforms.ts';
import { Choices } from './Choices.tsx';

interface FiltersProps {
  query: Query;
  /** The names of all cases. */
  cases: readonly string[];
  search: RefObject<HTMLInputElement | null>;
  onChange: (query: Query) => void;
  /** The user goes on from the search to what was found. */
  onDown: () => void;
}

/** The search and what narrows it down further. */
export function Filters({ query, cases, search, onChange, onDown }: FiltersProps) {
  const [isOpen, setOpen] = useState(false);
  const change = (changed: Partial<Query>) => onChange({ ...query, ...changed });
  return (
    <search class={isOpen ? 'filters open' : 'filters'}>
      <input
        ref={search}
        id="search"
        type="search"
        value={query.text}
        placeholder={t('search_placeholder')}
        aria-label={t('search_label')}
        aria-keyshortcuts="/"
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onDown();
          } else if (event.key === 'Escape' && query.text !== '') {
            event.preventDefault();
            change({ text: '' });
          }
        }}
      />
      <button
        id="filters-open"
        type="button"
        class={isNarrowed({ ...query, text: '' }) ? 'plain chosen' : 'plain'}
        aria-expanded={isOpen}
        aria-controls="filters"
        onClick={() => setOpen(!isOpen)}
      >
        {t('filters_label')}
      </button>
      <div id="filters" class="filters-box">
        <Choices
          id="filter-verdict"
          label={t('filter_verdict')}
          all={RANKS}
          chosen={query.verdicts}
          nameOf={(rank) => t(`verdict_${rank}`)}
          onChange={(verdicts) => change({ verdicts })}
        />
        <Choices
          id="filter-state"
          label={t('filter_state')}
          all={STATES}
          chosen={query.states}
          nameOf={(state) => t(`state_${state}`)}
          onChange={(states) => change({ states })}
        />
        <Choices
          id="filter-platform"
          label={t('filter_platform')}
          all={PLATFORMS}
          chosen={query.platforms}
          nameOf={(platform) => t(`platform_${platform}_name`)}
          onChange={(platforms) => change({ platforms })}
        />
        <select
          id="filter-case"
          aria-label={t('filter_case')}
          class={query.case ? 'chosen' : ''}
          value={query.case}
          onChange={(event) => change({ case: event.currentTarget.value })}
        >
          <option value="">{t('filter_case_any')}</option>
          {[...new Set(query.case ? [...cases, query.case] : cases)].sort().map((name) => (
            <option key={name} value={name}>
              {defangText(name)}
            </option>
          ))}
        </select>
        <label class="day">
          {t('filter_from')}
          <input
            id="filter-from"
            type="date"
            value={query.from}
            max={query.to || undefined}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
        </label>
        <label class="day">
          {t('filter_to')}
          <input
            id="filter-to"
            type="date"
            value={query.to}
            min={query.from || undefined}
            onChange={(event) => change({ to: event.currentTarget.value })}
          />
        </label>
        {isNarrowed(query) && (
          <button
            id="clear-filters"
            type="button"
            class="link"
            onClick={() => {
              onChange({ ...NO_QUERY, sort: query.sort, isReversed: query.isReversed });
              search.current?.focus();
            }}
          >
            {t('filter_clear')}
          </button>
        )}
      </div>
    </search>
  );
}

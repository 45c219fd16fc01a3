import { useEffect, useRef, useState } from 'preact/hooks';
import { CaseLine } from '@/components/CaseLine.tsx';
import { Icon } from '@/components/Icon.tsx';
import { News } from '@/components/News.tsx';
import { PlatformToggles } from '@/components/PlatformToggles.tsx';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { LIMIT } from '@/utils/analyses/slots.ts';
import { SECOND } from '@/utils/analyses/time.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import type { Overview } from '@/utils/background/overview.ts';
import { type MessageKey, t, tn } from '@/utils/browser/i18n.ts';
import { parseTarget } from '@/utils/capture/target.ts';
import { inOrder, type Platform } from '@/utils/spectra/platforms.ts';
import { AnalysisList } from './AnalysisList.tsx';
import { answerOf, type Captured, capturedSentence } from './answer.ts';
import { Earlier } from './Earlier.tsx';
import { Footer } from './Footer.tsx';
import { Notices } from './Notices.tsx';
import type { Act } from './RowActs.tsx';
import { Sighted } from './Sighted.tsx';
import { Target } from './Target.tsx';
import type { Looker } from './target.ts';
import { useTarget } from './use-target.ts';

interface PopupProps {
  overview: Overview;
  /** The address of the page that the popup was opened on; undefined where the browser does not tell. */
  pageUrl: string | undefined;
  /** The tab is in a private window. */
  isPrivate: boolean;
  now: number;
  send: (command: Command) => Promise<Reply>;
  onOptions: () => void;
  /** Opens the page of all analyses, or the same in the side panel; the latter right in the click. */
  onAnalyses: () => void;
  onPanel: () => void;
  onAllow: (address: string) => void;
  /** How many tabs are selected in the window, and the page with the tick list: on these, or on a text. */
  selectedTabs: number;
  onTabs: (platforms: Platform[]) => void;
  onSeveral: (text: string, platforms: Platform[]) => void;
  /** Opens what there is to see of an analysis, and all that is held. */
  onReport: (analysis: Analysis) => void;
  onHeld: () => void;
  /** Fetches what looks at URLs. */
  loadLooker: () => Promise<Looker>;
  /** Our own earlier analyses of a URL, newest first. */
  readEarlier: (href: string) => Promise<Analysis[]>;
}

/** The same again this soon, or what has come in its place, is a click too many. */
const DOUBLE_CLICK = SECOND;

const ACT_ANSWERS: Record<Act, MessageKey> = {
  cancel: 'answer_cancelled',
  sendAgain: 'answer_sent_again',
  giveUp: 'answer_given_up',
  check: 'answer_checked',
};

export function Popup({
  overview,
  pageUrl,
  isPrivate,
  now,
  send,
  onOptions,
  onAnalyses,
  onPanel,
  onAllow,
  selectedTabs,
  onTabs,
  onSeveral,
  onReport,
  onHeld,
  loadLooker,
  readEarlier,
}: PopupProps) {
  const { settings, rows, isHeld } = overview;
  const reason = reasonAgainst(pageUrl);
  const pageText = reason === null ? (pageUrl ?? '') : '';
  const [text, setText] = useState(pageText);
  const [isEditing, setEditing] = useState(reason !== null);
  const [chosen, setChosen] = useState(() => inOrder(settings.platforms));
  const [answer, setAnswer] = useState<string | Captured>('');
  const isBusy = useRef(false);
  const last = useRef({ capture: '', at: 0 });
  const lastAct = useRef({ ids: '', at: 0 });
  const button = useRef<HTMLButtonElement>(null);
  const main = useRef<HTMLElement>(null);
  const target = useTarget({ text, watched: settings, load: loadLooker });
  const { hrefs, known } = target;
  // What is private in it is not told to the service without a click.
  const isPlainPage = text === pageText && known?.looks.every(({ sightings }) => sightings.length === 0);

  useEffect(() => {
    if (reason === null) button.current?.focus();
  }, []);

  async function ask(command: Command, done = ''): Promise<boolean> {
    const since = Date.now();
    const reply = await send(command).catch(() => null);
    setAnswer(answerOf(reply, done, since));
    return reply?.ok ?? false;
  }

  /** The bar that was pressed goes; the focus goes on to what comes next. */
  function answerNotice(command: Command) {
    main.current?.querySelector<HTMLElement>('.batch-head, footer button')?.focus();
    ask(command);
  }

  function act(name: Act, ids: string[]) {
    // Where a button was another one comes: the second of two clicks is not meant for that.
    const isDouble = lastAct.current.ids === ids.join() && Date.now() - lastAct.current.at < DOUBLE_CLICK;
    if (isDouble) return;
    lastAct.current = { ids: ids.join(), at: Date.now() };
    ask({ name, ids }, t(ACT_ANSWERS[name]));
  }

  async function detonate(platforms: readonly Platform[] = chosen) {
    if (platforms.length === 0) return setAnswer(t('target_no_platform'));
    const capture = JSON.stringify([text, target.isInner, platforms]);
    const isDouble = last.current.capture === capture && Date.now() - last.current.at < DOUBLE_CLICK;
    if (isBusy.current || isDouble) return;
    isBusy.current = true;
    const isDone = await target.toSend().then(
      (sent) =>
        ask({ name: 'detonate', text: sent, platforms: [...platforms], ...(isPrivate && { isPrivate }) }),
      () => setAnswer(t('answer_none')),
    );
    isBusy.current = false;
    if (!isDone) return;
    last.current = { capture, at: Date.now() };
    // Where the page itself is no target the field stays: its reason keeps its place, and the focus is in it.
    if (reason !== null) return;
    setEditing(false);
    button.current?.focus();
  }

  function goBack() {
    setText(pageText);
    setEditing(reason !== null);
    button.current?.focus();
  }

  return (
    <main class="popup" ref={main}>
      <h1 class="hidden">{t('extension_short_name')}</h1>
      <News rows={rows} />
      <form
        class="capture"
        onSubmit={(event) => {
          event.preventDefault();
          detonate();
        }}
      >
        <Target
          hrefs={hrefs}
          text={text}
          isEditing={isEditing}
          reason={reason}
          onText={setText}
          onEdit={() => setEditing(true)}
          onBack={goBack}
        />
        <Sighted target={target} guard={settings.guard} />
        <PlatformToggles chosen={chosen} onChange={setChosen} />
        <Earlier
          href={known && hrefs.length === 1 ? hrefs[0] : undefined}
          isSighted={known?.looks.some(({ sightings }) => sightings.length > 0) ?? false}
          isPrivate={isPrivate}
          rows={rows}
          now={now}
          isAsking={settings.lookFirst && isPlainPage === true}
          address={overview.isSignedIn ? (settings.account?.address ?? null) : null}
          send={send}
          readEarlier={readEarlier}
          onReport={onReport}
          onAgain={(platform) => detonate([platform])}
        />
        <div class="act">
          <p id="answer" role="status">
            {typeof answer === 'string' ? answer : capturedSentence(answer, rows, now)}
          </p>
          {typeof answer !== 'string' && answer.held > 0 && (
            <button id="answer-review" type="button" class="plain small" onClick={onHeld}>
              {t('act_review')}
            </button>
          )}
          <button id="detonate" type="submit" class="main" ref={button}>
            {detonateLabel(hrefs.length, chosen)}
          </button>
        </div>
        {selectedTabs > 1 && (
          <button id="tabs" type="button" class="plain" onClick={() => onTabs(chosen)}>
            {t('tabs_open', selectedTabs)}
          </button>
        )}
      </form>
      <Notices
        overview={overview}
        now={now}
        onOptions={onOptions}
        onHeld={onHeld}
        onAllow={onAllow}
        onCommand={answerNotice}
      />
      <AnalysisList rows={rows} now={now} onAct={act} onReport={onReport} onAnalyses={onAnalyses} />
      <div class="more-line">
        <CaseLine
          current={overview.currentCase ?? ''}
          cases={casesOf(rows)}
          onChange={(name) => ask({ name: 'setCase', case: name })}
        />
        <button
          id="paste"
          type="button"
          class="link"
          onClick={() => onSeveral(hrefs.length === 1 && !/\s/.test(text.trim()) ? '' : text, chosen)}
        >
          {t('paste_open')}
        </button>
        <button id="all-analyses" type="button" class="link" onClick={onAnalyses}>
          {t('analyses_open')}
        </button>
        <button
          id="panel"
          type="button"
          class="quiet"
          aria-label={t('panel_open')}
          title={t('panel_open')}
          onClick={onPanel}
        >
          <Icon name="panel" />
        </button>
      </div>
      <Footer
        free={Math.max(0, LIMIT - overview.slotTimes.filter((time) => time > now).length)}
        isQueue={rows.some(({ wait }) => wait)}
        isHeld={isHeld}
        userName={settings.account?.userName ?? null}
        onHold={() => ask({ name: 'hold', isHeld: !isHeld })}
        onOptions={onOptions}
      />
    </main>
  );
}

/** The cases of the newest analyses: what follows mostly belongs to one of those. */
function casesOf(rows: Overview['rows']): string[] {
  return [...new Set(rows.flatMap(({ analysis }) => analysis.case ?? []))];
}

/** Why a page can't be detonated, or null where it can. */
function reasonAgainst(pageUrl: string | undefined): string | null {
  if (!pageUrl) return t('target_page_hidden');
  const target = parseTarget(pageUrl);
  if ('href' in target) return null;
  return target.problem === 'scheme' ? t('target_page_scheme', target.scheme) : t(`target_${target.problem}`);
}

function detonateLabel(urls: number, [first, ...more]: readonly Platform[]): string {
  if (!first) return t('detonate');
  const platforms = 1 + more.length;
  if (urls > 1) return t('detonate_urls', urls, urls * platforms);
  return tn('detonate_on', platforms, t(`platform_${first}_name`));
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { VerdictMark } from '@/components/Mark.tsx';
import { SureButton } from '@/components/SureButton.tsx';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { rankOf } from '@/utils/analyses/verdict.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import type { HistoryEntry } from '@/utils/spectra/history.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import {
  earlierWords,
  foundWords,
  isAskedUnclicked,
  type Earlier as Known,
  newestOf,
} from './earlier-words.ts';

interface EarlierProps {
  /** The one target that stands in the popup, if it is one. */
  href: string | undefined;
  /** The guard sees something in it: a click has to be a second one. */
  isSighted: boolean;
  /** The popup stands over a private window. */
  isPrivate: boolean;
  /** What is shown below: with each change there the own records are read anew. */
  rows: readonly Row[];
  now: number;
  /** The service is asked without a click. */
  isAsking: boolean;
  /** The service's address, if somebody is signed in there. */
  address: string | null;
  send: (command: Command) => Promise<Reply>;
  readEarlier: (href: string) => Promise<Analysis[]>;
  onReport: (analysis: Analysis) => void;
  onAgain: (platform: Platform) => void;
}

/** Before the sending: whether this URL was analysed already, by us, and, where it is asked, by the service. */
export function Earlier(props: EarlierProps) {
  const { href, rows, now, isAsking, address, send, readEarlier, onReport, onAgain } = props;
  const [own, setOwn] = useState<readonly Analysis[]>([]);
  const [known, setKnown] = useState<Known | null>(null);
  const asked = useRef('');
  const newest = newestOf(own);
  const isAutomatic = href !== undefined && isAsking && address !== null && isAskedUnclicked(href);

  useEffect(() => {
    let isCurrent = true;
    if (!href) setOwn([]);
    else
      readEarlier(href)
        .then((found) => isCurrent && setOwn(found))
        .catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [href, rows]);

  useEffect(() => {
    setKnown(null);
    asked.current = '';
    if (isAutomatic) ask({ name: 'lookUp', href, isAutomatic });
  }, [href, isAutomatic]);

  async function ask(command: Extract<Command, { name: 'lookUp' }>) {
    if (asked.current === command.href) return;
    asked.current = command.href;
    setKnown({ is: 'asking' });
    const reply = await send(command).catch(() => null);
    // The target may be another one by now.
    if (asked.current !== command.href) return;
    asked.current = '';
    setKnown(reply?.ok ? { is: 'found', entries: reply.found ?? [] } : { is: 'failed', reply });
  }

  async function take(entry: HistoryEntry) {
    const reply =
      href &&
      (await send({ name: 'adopt', href, entry, ...(props.isPrivate && { isPrivate: true }) }).catch(
        () => null,
      ));
    if (reply && !reply.ok) setKnown({ is: 'failed', reply });
  }

  return (
    <section id="earlier" aria-label={t('earlier_label')}>
      {newest && (
        <p class="line">
          {newest.state === 'finished' && <VerdictMark rank={rankOf(newest) ?? 'unknown'} />}
          <span class="earlier-words" title={earlierWords(newest, now)}>
            {earlierWords(newest, now)}
          </span>
          <button type="button" class="link" data-act="open-earlier" onClick={() => onReport(newest)}>
            {t('earlier_open')}
          </button>
          <button type="button" class="link" data-act="run-again" onClick={() => onAgain(newest.platform)}>
            {t('earlier_again')}
          </button>
        </p>
      )}
      {href && address !== null && (
        <p class="line">
          {known ? (
            <Answer known={known} own={own} now={now} address={address} onTake={take} />
          ) : props.isSighted ? (
            <SureButton
              id="ask-sure"
              label={t('earlier_ask')}
              sure={t('earlier_ask_sure')}
              onSure={() => ask({ name: 'lookUp', href, isSure: true })}
            />
          ) : (
            <button
              type="button"
              class="link"
              data-act="ask-service"
              title={t('earlier_ask_cost')}
              onClick={() => ask({ name: 'lookUp', href })}
            >
              {t('earlier_ask')}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

interface AnswerProps {
  known: Known;
  own: readonly Analysis[];
  now: number;
  address: string;
  onTake: (entry: HistoryEntry) => void;
}

/** What the service said; what it knows and we do not can be taken into the list. */
function Answer({ known, own, now, address, onTake }: AnswerProps) {
  const entry = known.is === 'found' ? known.entries[0] : undefined;
  const isOurs = own.some(({ started }) => started !== undefined && started.analysisId === entry?.analysisId);
  const words = foundWords(known, now, address);
  return (
    <>
      <span class="earlier-words" role="status" title={words}>
        {words}
      </span>
      {entry && !isOurs && (
        <button
          type="button"
          class="link"
          data-act="take"
          title={t('earlier_take_cost')}
          onClick={() => onTake(entry)}
        >
          {t('earlier_take')}
        </button>
      )}
    </>
  );
}

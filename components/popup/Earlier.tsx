import { useEffect, useRef, useState } from 'preact/hooks';
import { VerdictMark } from '@/components/Mark.tsx';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { rankOf } from '@/utils/analyses/verdict.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import { isPrivateHost } from '@/utils/capture/private-host.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import { earlierWords, foundWords, type Earlier as Known, newestOf } from './earlier-words.ts';

interface EarlierProps {
  /** The one target that stands in the popup, if it is one. */
  href: string | undefined;
  /** What is shown below: with each change there the own records are read anew. */
  rows: readonly Row[];
  now: number;
  /** The service is asked without a click. */
  isAsking: boolean;
  isSignedIn: boolean;
  send: (command: Command) => Promise<Reply>;
  readEarlier: (href: string) => Promise<Analysis[]>;
  onReport: (analysis: Analysis) => void;
  onAgain: (platform: Platform) => void;
}

/** Before the sending: whether this URL was analysed already, by us or, where it is asked, by the service. It keeps its line. */
export function Earlier(props: EarlierProps) {
  const { href, rows, now, isAsking, isSignedIn, send, readEarlier, onReport, onAgain } = props;
  const [own, setOwn] = useState<readonly Analysis[]>([]);
  const [known, setKnown] = useState<Known | null>(null);
  const asked = useRef('');
  const newest = newestOf(own);

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
    if (href && isAsking && isSignedIn && !isPrivateHost(new URL(href).hostname)) ask(href);
  }, [href, isAsking, isSignedIn]);

  async function ask(target: string) {
    if (asked.current === target) return;
    asked.current = target;
    setKnown({ is: 'asking' });
    const reply = await send({ name: 'lookUp', href: target }).catch(() => null);
    // The target may be another one by now.
    if (asked.current !== target) return;
    asked.current = '';
    setKnown(reply?.ok ? { is: 'found', entries: reply.found ?? [] } : { is: 'failed', reply });
  }

  async function take(entry: Extract<Known, { is: 'found' }>['entries'][number]) {
    const reply = href && (await send({ name: 'adopt', href, entry }).catch(() => null));
    if (reply && !reply.ok) setKnown({ is: 'failed', reply });
  }

  const entry = known?.is === 'found' ? known.entries[0] : undefined;
  return (
    <section id="earlier" aria-label={t('earlier_label')}>
      {newest ? (
        <>
          {newest.state === 'finished' && <VerdictMark rank={rankOf(newest) ?? 'unknown'} />}
          <span class="earlier-words">{earlierWords(newest, now)}</span>
          <button type="button" class="link" data-act="open-earlier" onClick={() => onReport(newest)}>
            {t('earlier_open')}
          </button>
          <button type="button" class="link" data-act="run-again" onClick={() => onAgain(newest.platform)}>
            {t('earlier_again')}
          </button>
        </>
      ) : known ? (
        <>
          <span class="earlier-words" role="status">
            {foundWords(known, now)}
          </span>
          {entry && (
            <button
              type="button"
              class="link"
              data-act="take"
              title={t('earlier_take_cost')}
              onClick={() => take(entry)}
            >
              {t('earlier_take')}
            </button>
          )}
        </>
      ) : (
        href &&
        isSignedIn && (
          <button
            type="button"
            class="link"
            data-act="ask-service"
            title={t('earlier_ask_cost')}
            onClick={() => ask(href)}
          >
            {t('earlier_ask')}
          </button>
        )
      )}
    </section>
  );
}

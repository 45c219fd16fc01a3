import { useEffect, useRef, useState } from 'preact/hooks';
import { problemSentence } from '@/components/words.ts';
import { LIMIT } from '@/utils/analyses/gate.ts';
import { SECOND } from '@/utils/analyses/time.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import type { Overview } from '@/utils/background/overview.ts';
import { type MessageKey, t, tn } from '@/utils/browser/i18n.ts';
import { parseTarget, parseTyped } from '@/utils/capture/target.ts';
import { inOrder } from '@/utils/spectra/platforms.ts';
import { AnalysisList } from './AnalysisList.tsx';
import { type Captured, capturedSentence } from './answer.ts';
import { Footer } from './Footer.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { PlatformToggles } from './PlatformToggles.tsx';
import type { Act } from './RowActs.tsx';
import { Target } from './Target.tsx';

interface PopupProps {
  overview: Overview;
  /** The address of the page that the popup was opened on; undefined where the browser does not tell. */
  pageUrl: string | undefined;
  now: number;
  send: (command: Command) => Promise<Reply>;
  onOptions: () => void;
  onAllow: (address: string) => void;
}

/** The same again this soon is a click too many. */
const DOUBLE_CLICK = SECOND;

const ACT_ANSWERS: Record<Act, MessageKey> = {
  cancel: 'answer_cancelled',
  sendAgain: 'answer_sent_again',
  giveUp: 'answer_given_up',
};

export function Popup({ overview, pageUrl, now, send, onOptions, onAllow }: PopupProps) {
  const { settings, rows } = overview;
  const reason = reasonAgainst(pageUrl);
  const pageText = reason === null ? (pageUrl ?? '') : '';
  const [text, setText] = useState(pageText);
  const [isEditing, setEditing] = useState(reason !== null);
  const [chosen, setChosen] = useState(() => inOrder(settings.platforms));
  const [answer, setAnswer] = useState<string | Captured>('');
  const isBusy = useRef(false);
  const last = useRef({ capture: '', at: 0 });
  const button = useRef<HTMLButtonElement>(null);
  const target = parseTyped(text);
  const href = 'href' in target ? target.href : null;

  useEffect(() => {
    if (reason === null) button.current?.focus();
  }, []);

  async function ask(command: Command, done: string | Captured): Promise<boolean> {
    const reply = await send(command).catch(() => null);
    if (reply?.ok) setAnswer(done);
    else setAnswer(reply && 'problem' in reply ? problemSentence(reply.problem) : t('answer_none'));
    return reply?.ok ?? false;
  }

  async function detonate() {
    if (chosen.length === 0) return setAnswer(t('target_no_platform'));
    const capture = JSON.stringify([text, chosen]);
    const isDouble = last.current.capture === capture && Date.now() - last.current.at < DOUBLE_CLICK;
    if (isBusy.current || isDouble) return;
    isBusy.current = true;
    const isDone = await ask(
      { name: 'detonate', text, platforms: chosen },
      { platforms: chosen, since: Date.now() },
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
    <main class="popup">
      <form
        class="capture"
        onSubmit={(event) => {
          event.preventDefault();
          detonate();
        }}
      >
        <Target
          href={href}
          text={text}
          isEditing={isEditing}
          reason={reason}
          onText={setText}
          onEdit={() => setEditing(true)}
          onBack={goBack}
        />
        <PlatformToggles chosen={chosen} onChange={setChosen} />
        <div class="act">
          <p id="answer" role="status">
            {typeof answer === 'string' ? answer : capturedSentence(answer, rows, now)}
          </p>
          <button id="detonate" type="submit" class="main" ref={button}>
            {chosen[0] ? tn('detonate_on', chosen.length, t(`platform_${chosen[0]}_name`)) : t('detonate')}
          </button>
        </div>
      </form>
      <NoticeBar overview={overview} onOptions={onOptions} onAllow={onAllow} />
      <AnalysisList rows={rows} now={now} onAct={(name, id) => ask({ name, id }, t(ACT_ANSWERS[name]))} />
      <Footer
        free={LIMIT - overview.slotTimes.filter((time) => time > now).length}
        userName={settings.account?.userName ?? null}
        onOptions={onOptions}
      />
    </main>
  );
}

/** Why a page can't be detonated, or null where it can. */
function reasonAgainst(pageUrl: string | undefined): string | null {
  if (!pageUrl) return t('target_page_hidden');
  const target = parseTarget(pageUrl);
  if ('href' in target) return null;
  return target.problem === 'scheme' ? t('target_page_scheme', target.scheme) : t(`target_${target.problem}`);
}

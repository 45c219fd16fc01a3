import { useEffect, useRef, useState } from 'preact/hooks';
import type { Retention as Rule } from '@/utils/analyses/retention.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import type { Overview } from '@/utils/background/overview.ts';
import type { Going } from '@/utils/background/retention-view.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import { AccountFields } from './AccountFields.tsx';
import { Actions } from './Actions.tsx';
import { type Answer, type Asked, answerTo } from './answer.ts';
import {
  accountOf,
  colonFault,
  type Form,
  faultsOf,
  formOf,
  isChanged,
  isSaved,
  type Purpose,
  tidied,
} from './form.ts';
import { Guard } from './Guard.tsx';
import { PlatformChoice } from './PlatformChoice.tsx';
import { Preferences } from './Preferences.tsx';
import { Sharing } from './Sharing.tsx';
import { Storage } from './Storage.tsx';
import { Waiting } from './Waiting.tsx';

interface OptionsProps {
  overview: Overview;
  send: (command: Command) => Promise<Reply>;
  /** Asks the browser to let us reach an address; called in the click itself. */
  requestPermission: (address: string) => Promise<boolean>;
  onExport: () => Promise<void>;
  /** What a rule would let go of what is kept. */
  whatGoes: (rule: Rule) => Promise<Going>;
  /** How many bytes are used. */
  readUsed: () => Promise<number>;
}

export function Options({ overview, send, requestPermission, onExport, whatGoes, readUsed }: OptionsProps) {
  const { settings, isSignedIn, unreadable } = overview;
  const [form, setForm] = useState(() => formOf(settings));
  const [tried, setTried] = useState<Purpose | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isBusy, setBusy] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const asked = useRef(0);
  const isSaving = useRef(false);
  const faults = tried ? faultsOf(form, settings, isSignedIn, tried) : colonFault(form);

  useEffect(() => {
    if (answer?.tone === 'fault') element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [answer]);

  function change(part: Partial<Form>) {
    setForm((present) => ({ ...present, ...part }));
    // What is still being tested is no longer what stands in the fields.
    asked.current += 1;
    setBusy(false);
    setAnswer(null);
  }

  function commandFor(purpose: Purpose): Asked {
    const account = accountOf(form);
    const password = form.password === '' ? {} : { password: form.password };
    if (purpose === 'test') return { name: 'testConnection', credentials: { ...account, ...password } };
    return { name: 'saveSettings', account, ...password, keep: form.keep, platforms: form.platforms };
  }

  function attempt(purpose: Purpose) {
    // A save does not wait for a test, which may take long; the test's answer is then of no interest.
    if (isBusy && purpose === 'test') return;
    if (isSaving.current) return;
    if (Object.keys(faultsOf(form, settings, isSignedIn, purpose)).length > 0) {
      setTried(purpose);
      setAnswer({ tone: 'fault', sentence: t('check_fields') });
      return;
    }
    const account = accountOf(form);
    // Before anything is awaited: the browser asks only in the user's click.
    const permission = requestPermission(account.address);
    setTried(null);
    setBusy(true);
    isSaving.current = purpose === 'save';
    asked.current += 1;
    const mine = asked.current;
    if (purpose === 'test')
      setAnswer({ tone: 'busy', sentence: t('test_running', new URL(account.address).host) });
    answerTo(commandFor(purpose), permission, send).then((reply) => {
      if (purpose === 'save') isSaving.current = false;
      // A field that was changed meanwhile keeps what was typed.
      if (purpose === 'save' && reply.tone === 'good') setForm((present) => tidied(present, form, account));
      if (mine !== asked.current) return;
      setBusy(false);
      setAnswer(reply);
    });
  }

  const password = isSaved(form, settings) ? (isSignedIn ? 'kept' : 'gone') : 'none';
  return (
    <main class="options">
      <header>
        <img src="/icon/48.png" width="32" height="32" alt="" />
        <div>
          <h1>{t('options_title')}</h1>
          <p class="hint">{t('options_about')}</p>
        </div>
      </header>
      <Waiting rows={overview.rows} />
      {unreadable > 0 && (
        <p class="waiting">
          <b>{tn('unreadable', unreadable)}</b> <a href="#storage">{t('unreadable_see')}</a>
        </p>
      )}
      <form
        ref={element}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          attempt('save');
        }}
      >
        <AccountFields form={form} faults={faults} password={password} onChange={change} />
        <PlatformChoice
          chosen={form.platforms}
          fault={faults.platforms}
          onChange={(platforms) => change({ platforms })}
        />
        <Actions answer={answer} isUnsaved={isChanged(form, settings)} onTest={() => attempt('test')} />
      </form>
      <Preferences settings={settings} send={send} />
      <Guard settings={settings} saved={overview.saved} policy={overview.policy} send={send} />
      <Sharing />
      <Storage
        unreadable={unreadable}
        rule={settings}
        open={overview.open}
        send={send}
        onExport={onExport}
        whatGoes={whatGoes}
        readUsed={readUsed}
      />
    </main>
  );
}

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Preferences as Choices, Settings } from '@/utils/analyses/settings.ts';
import { HOUR } from '@/utils/analyses/time.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { t, tn } from '@/utils/browser/i18n.ts';

interface PreferencesProps {
  settings: Settings;
  send: (command: Command) => Promise<Reply>;
}

const NOTIFY = ['always', 'bad', 'never'] as const;
const HOURS = [1, 2, 4, 12, 24, 72];
const DAYS = [1, 7, 30, 90, 365, 3650];

/** What concerns reports. Each choice is kept as it is made. */
export function Preferences({ settings, send }: PreferencesProps) {
  const [answer, setAnswer] = useState('');

  async function save(choice: Partial<Choices>) {
    const reply = await send({ name: 'savePreferences', ...choice }).catch(() => null);
    setAnswer(reply?.ok ? t('preferences_saved') : t('answer_none'));
  }

  return (
    <section id="preferences">
      <h2>{t('preferences_label')}</h2>
      <Choice
        id="notify"
        label={t('notify_label')}
        hint={t('notify_hint')}
        value={settings.notify}
        onChange={(value) => save({ notify: NOTIFY.find((one) => one === value) ?? 'always' })}
      >
        {NOTIFY.map((one) => (
          <option key={one} value={one}>
            {t(`notify_${one}`)}
          </option>
        ))}
      </Choice>
      <Choice
        id="deadline"
        label={t('deadline_label')}
        hint={t('deadline_hint')}
        value={String(settings.deadline / HOUR)}
        onChange={(value) => save({ deadline: Number(value) * HOUR })}
      >
        {HOURS.map((hours) => (
          <option key={hours} value={String(hours)}>
            {tn('hours', hours)}
          </option>
        ))}
      </Choice>
      <Choice
        id="keep-briefs"
        label={t('keep_briefs_label')}
        hint={t('keep_briefs_hint')}
        value={String(settings.keepBriefs)}
        onChange={(value) => save({ keepBriefs: Number(value) })}
      >
        {DAYS.map((days) => (
          <option key={days} value={String(days)}>
            {tn('days', days)}
          </option>
        ))}
      </Choice>
      <label class="choice">
        <input
          id="look-first"
          type="checkbox"
          checked={settings.lookFirst}
          aria-labelledby="look-first-name"
          aria-describedby="look-first-hint"
          onChange={(event) => save({ lookFirst: event.currentTarget.checked })}
        />
        <span id="look-first-name" class="choice-name">
          {t('look_first_label')}
        </span>
        <span id="look-first-hint" class="hint">
          {t('look_first_hint')}
        </span>
      </label>
      <p role="status">{answer}</p>
    </section>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
  children: ComponentChildren;
}

function Choice({ id, label, hint, value, onChange, children }: ChoiceProps) {
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {children}
      </select>
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
    </div>
  );
}

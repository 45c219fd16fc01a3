import { useState } from 'preact/hooks';
import { problemSentence } from '@/components/words.ts';
import type { Policy } from '@/utils/analyses/policy.ts';
import type { Preferences, Settings } from '@/utils/analyses/settings.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { t } from '@/utils/browser/i18n.ts';
import { OwnDomains } from './OwnDomains.tsx';

interface GuardProps {
  /** What holds, and what the user set. */
  settings: Settings;
  saved: Settings;
  /** What the organization fixed. */
  policy: Policy;
  send: (command: Command) => Promise<Reply>;
}

const LEVELS = ['ask', 'warn', 'off'] as const;

/** What concerns the guard. Each choice is kept as it is made. */
export function Guard({ settings, saved, policy, send }: GuardProps) {
  const [answer, setAnswer] = useState('');
  const isLevelFixed = policy.guard !== undefined;
  const isPrivateFixed = policy.allowPrivateHosts !== undefined;

  async function save(choice: Partial<Preferences>) {
    const reply = await send({ name: 'savePreferences', ...choice }).catch(() => null);
    if (reply?.ok) setAnswer(t('preferences_saved'));
    else setAnswer(reply && 'problem' in reply ? problemSentence(reply.problem) : t('answer_none'));
  }

  return (
    <section id="guard">
      <h2>{t('guard_label')}</h2>
      <p>{t('guard_about')}</p>
      <div class="field" role="radiogroup" aria-labelledby="guard-level">
        <span id="guard-level" class="label">
          {t('guard_level')}
        </span>
        {isLevelFixed && <Fixed id="guard-fixed" />}
        {LEVELS.map((level) => (
          <label key={level} class="choice">
            <input
              type="radio"
              name="guard"
              value={level}
              checked={settings.guard === level}
              disabled={isLevelFixed}
              aria-labelledby={`guard-${level}-name`}
              aria-describedby={isLevelFixed ? `guard-${level}-hint guard-fixed` : `guard-${level}-hint`}
              onChange={() => save({ guard: level })}
            />
            <span id={`guard-${level}-name`} class="choice-name">
              {t(`guard_${level}`)}
            </span>
            <span id={`guard-${level}-hint`} class="hint">
              {t(`guard_${level}_hint`)}
            </span>
          </label>
        ))}
      </div>
      <OwnDomains saved={saved.ownDomains} fixed={policy.ownDomains ?? []} onSave={save} />
      {isPrivateFixed && <Fixed id="private-fixed" />}
      <label class="choice">
        <input
          id="allow-private"
          type="checkbox"
          checked={settings.allowPrivateHosts}
          disabled={isPrivateFixed}
          aria-labelledby="allow-private-name"
          aria-describedby={isPrivateFixed ? 'allow-private-hint private-fixed' : 'allow-private-hint'}
          onChange={(event) => save({ allowPrivateHosts: event.currentTarget.checked })}
        />
        <span id="allow-private-name" class="choice-name">
          {t('allow_private_label')}
        </span>
        <span id="allow-private-hint" class="hint">
          {t('allow_private_hint')}
        </span>
      </label>
      <p role="status">{answer}</p>
    </section>
  );
}

function Fixed({ id }: { id: string }) {
  return (
    <p id={id} class="hint fixed">
      {t('policy_fixed')}
    </p>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { SureButton } from '@/components/SureButton.tsx';
import { exact } from '@/components/times.ts';
import { problemSentence } from '@/components/words.ts';
import type { Retention as Rule } from '@/utils/analyses/retention.ts';
import { preferencesSchema } from '@/utils/analyses/settings.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import type { Going } from '@/utils/background/retention-view.ts';
import { t, tn } from '@/utils/browser/i18n.ts';

interface RetentionProps {
  rule: Rule;
  send: (command: Command) => Promise<Reply>;
  /** What a rule would let go. */
  whatGoes: (rule: Rule) => Promise<Going>;
}

/** How many analyses are kept and for how long; what would go is shown before it goes. */
export function Retention({ rule, send, whatGoes }: RetentionProps) {
  const [most, setMost] = useState(String(rule.keepAnalyses));
  const [days, setDays] = useState(String(rule.keepDays));
  /** What was found last, and for which rule. */
  const [found, setFound] = useState<{ rule: string; going: Going } | null>(null);
  const [answer, setAnswer] = useState('');
  const typed = { keepAnalyses: Number(most), keepDays: Number(days) };
  const isRule = isValid('keepAnalyses', typed.keepAnalyses) && isValid('keepDays', typed.keepDays);
  const going = found?.rule === ruleKey(typed) ? found.going : null;
  const field = useRef<HTMLInputElement>(null);
  const isChanged = typed.keepAnalyses !== rule.keepAnalyses || typed.keepDays !== rule.keepDays;

  useEffect(() => {
    let isCurrent = true;
    if (isRule)
      whatGoes(typed).then(
        (counted) => isCurrent && setFound({ rule: ruleKey(typed), going: counted }),
        () => {},
      );
    return () => {
      isCurrent = false;
    };
  }, [typed.keepAnalyses, typed.keepDays, isRule, rule]);

  async function keep() {
    // The button goes once its rule is the one that holds.
    field.current?.focus();
    const reply = await send({ name: 'savePreferences', ...typed }).catch(() => null);
    if (reply?.ok) setAnswer(t('retention_kept'));
    else setAnswer(reply && 'problem' in reply ? problemSentence(reply.problem) : t('answer_none'));
  }

  return (
    <div id="retention" class="retention">
      <p>{t('retention_about')}</p>
      <p class="retention-fields">
        <label>
          {t('retention_most')}
          <input
            ref={field}
            id="keep-analyses"
            type="number"
            min={1}
            max={1_000_000}
            value={most}
            aria-invalid={!isValid('keepAnalyses', typed.keepAnalyses)}
            onInput={(event) => {
              setAnswer('');
              setMost(event.currentTarget.value);
            }}
          />
        </label>
        <label>
          {t('retention_days')}
          <input
            id="keep-days"
            type="number"
            min={1}
            max={3650}
            value={days}
            aria-invalid={!isValid('keepDays', typed.keepDays)}
            onInput={(event) => {
              setAnswer('');
              setDays(event.currentTarget.value);
            }}
          />
        </label>
      </p>
      <p id="going" role="status">
        {isRule ? goingWords(going) : t('retention_odd')}
      </p>
      <p class="storage-acts">
        {isChanged && isRule && going && going.going > 0 && (
          <SureButton
            id="keep-rule"
            label={tn('retention_save_going', going.going)}
            sure={tn('retention_sure', going.going)}
            onSure={keep}
          />
        )}
        {isChanged && isRule && going?.going === 0 && (
          <button id="keep-rule" type="button" class="plain" onClick={keep}>
            {t('retention_save')}
          </button>
        )}
        <span role="status">{answer}</span>
      </p>
    </div>
  );
}

function ruleKey({ keepAnalyses, keepDays }: Rule): string {
  return `${keepAnalyses}/${keepDays}`;
}

function isValid(key: keyof Rule, value: number): boolean {
  return preferencesSchema.shape[key].safeParse(value).success;
}

function goingWords(going: Going | null): string {
  if (!going) return '';
  if (going.newestAt === undefined) return t('retention_none', going.all);
  return t('retention_going', going.going, going.all, exact(going.newestAt));
}

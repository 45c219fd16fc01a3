import { t } from '@/utils/browser/i18n.ts';
import type { Answer } from './answer.ts';

interface ActionsProps {
  answer: Answer | null;
  isUnsaved: boolean;
  onTest: () => void;
}

/** Save and test, and in the same place what came of it. */
export function Actions({ answer, isUnsaved, onTest }: ActionsProps) {
  return (
    <div class="actions">
      <button id="save" type="submit" class="main">
        {t('save')}
      </button>
      <button id="test" type="button" class="plain" onClick={onTest}>
        {t('test')}
      </button>
      <div id="answer" class={`answer ${answer?.tone ?? ''}`} role="status">
        {answer && <p>{answer.sentence}</p>}
        {answer?.words && <p class="hint">{answer.words}</p>}
        {!answer && isUnsaved && <p class="hint">{t('unsaved')}</p>}
      </div>
    </div>
  );
}

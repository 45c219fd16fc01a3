import { useEffect, useRef } from 'preact/hooks';
import { defang } from '@/utils/capture/defang.ts';
import { t } from '@/utils/browser/i18n.ts';
import { DefangedUrl, WholeUrl } from '../DefangedUrl.tsx';
import { Icon } from '../Icon.tsx';

interface TargetProps {
  /** The target, or null where the text is none. */
  href: string | null;
  text: string;
  isEditing: boolean;
  /** Why the page itself can't be the target. */
  reason: string | null;
  onText: (text: string) => void;
  onEdit: () => void;
  onBack: () => void;
}

/** What will be sent: to look at, and to edit. */
export function Target({ href, text, isEditing, reason, onText, onEdit, onBack }: TargetProps) {
  return (
    <section id="target" class={isEditing ? 'target is-editing' : 'target'}>
      <div class="target-line">
        {isEditing || !href ? (
          <TargetInput text={text} onText={onText} onBack={onBack} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is cut is shown whole on focus, too
          <div class="target-view" tabIndex={0} role="note" aria-label={`${t('target_label')}: ${defang(href)}`}>
            <DefangedUrl href={href} />
            <div class="target-whole" aria-hidden="true">
              <WholeUrl href={href} />
            </div>
          </div>
        )}
        {reason === null && <EditButton isEditing={isEditing} onEdit={onEdit} onBack={onBack} />}
      </div>
      {reason !== null && <p class="target-reason">{reason}</p>}
    </section>
  );
}

function EditButton({ isEditing, onEdit, onBack }: Pick<TargetProps, 'isEditing' | 'onEdit' | 'onBack'>) {
  const label = t(isEditing ? 'target_back' : 'target_edit');
  return (
    <button id="edit" type="button" class="quiet" aria-label={label} title={label} onClick={isEditing ? onBack : onEdit}>
      <Icon name={isEditing ? 'close' : 'pencil'} />
    </button>
  );
}

function TargetInput({ text, onText, onBack }: Pick<TargetProps, 'text' | 'onText' | 'onBack'>) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <input
      ref={input}
      id="target-input"
      type="text"
      inputMode="url"
      autocomplete="off"
      spellcheck={false}
      aria-label={t('target_label')}
      placeholder={t('target_label')}
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Escape would close the popup.
        event.preventDefault();
        onBack();
      }}
    />
  );
}

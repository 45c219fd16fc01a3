import { useEffect, useRef } from 'preact/hooks';
import { DefangedUrls, WholeUrl } from '@/components/DefangedUrl.tsx';
import { Icon } from '@/components/Icon.tsx';
import { listed } from '@/components/words.ts';
import { t } from '@/utils/browser/i18n.ts';
import { defang } from '@/utils/capture/defang.ts';

interface TargetProps {
  /** The targets in the text; none where a part of it is none. */
  hrefs: readonly string[];
  text: string;
  isEditing: boolean;
  /** Why the page itself can't be the target. */
  reason: string | null;
  onText: (text: string) => void;
  onEdit: () => void;
  onBack: () => void;
}

/** What will be sent: to look at, and to edit. */
export function Target({ hrefs, text, isEditing, reason, onText, onEdit, onBack }: TargetProps) {
  const hasNoOther = isEditing && reason !== null;
  return (
    <section id="target" class={isEditing ? 'target is-editing' : 'target'}>
      <div class="target-line">
        {isEditing || hrefs.length === 0 ? (
          <TargetInput text={text} onText={onText} onBack={hasNoOther ? undefined : onBack} />
        ) : (
          <button
            type="button"
            class="target-view"
            aria-label={t('mark_label', t('target_label'), listed(hrefs.map(defang)))}
            onClick={onEdit}
          >
            <DefangedUrls hrefs={hrefs} />
            <span class="target-whole">
              {hrefs.map((href) => (
                <WholeUrl key={href} href={href} />
              ))}
            </span>
          </button>
        )}
        {!hasNoOther && <EditButton isEditing={isEditing} onEdit={onEdit} onBack={onBack} />}
      </div>
      {hasNoOther && <p class="target-reason">{reason}</p>}
    </section>
  );
}

function EditButton({ isEditing, onEdit, onBack }: Pick<TargetProps, 'isEditing' | 'onEdit' | 'onBack'>) {
  const label = t(isEditing ? 'target_back' : 'target_edit');
  return (
    <button
      id="edit"
      type="button"
      class="quiet"
      aria-label={label}
      title={label}
      onClick={isEditing ? onBack : onEdit}
    >
      <Icon name={isEditing ? 'close' : 'pencil'} />
    </button>
  );
}

interface TargetInputProps {
  text: string;
  onText: (text: string) => void;
  /** Absent where there is nothing to go back to. */
  onBack: (() => void) | undefined;
}

function TargetInput({ text, onText, onBack }: TargetInputProps) {
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
        if (event.key !== 'Escape' || !onBack) return;
        // Escape would close the popup.
        event.preventDefault();
        onBack();
      }}
    />
  );
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t, tn } from '@/utils/browser/i18n.ts';
import type { ExportForm } from '@/utils/exports/form.ts';

const FORMS = ['csv', 'json', 'markdown', 'stix'] as const satisfies ExportForm[];

/** What is to be saved, and how. */
export interface ExportChoice {
  form: ExportForm;
  urls: 'defanged' | 'raw';
  isTicked: boolean;
}

interface ExportDialogProps {
  /** How many analyses are ticked, and how many are found. */
  ticked: number;
  found: number;
  onExport: (choice: ExportChoice) => void;
  onClose: () => void;
}

/** Asks in which form to save what is ticked, or all that is found. */
export function ExportDialog({ ticked, found, onExport, onClose }: ExportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [form, setForm] = useState<ExportForm>('csv');
  const [isRaw, setRaw] = useState(false);
  const [isTicked, setTicked] = useState(ticked > 0);
  const isJson = form === 'json';

  useLayoutEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog id="export-dialog" ref={dialog} aria-labelledby="export-title" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={() => onExport({ form, urls: isRaw || isJson ? 'raw' : 'defanged', isTicked })}
      >
        <h2 id="export-title">{t('export_title')}</h2>
        <fieldset>
          <legend>{t('export_what')}</legend>
          {ticked > 0 && (
            <label>
              <input
                type="radio"
                name="what"
                value="ticked"
                checked={isTicked}
                onChange={() => setTicked(true)}
              />
              {tn('export_ticked', ticked)}
            </label>
          )}
          <label>
            <input
              type="radio"
              name="what"
              value="found"
              checked={!isTicked}
              onChange={() => setTicked(false)}
            />
            {tn('export_found', found)}
          </label>
        </fieldset>
        <fieldset>
          <legend>{t('export_form')}</legend>
          {FORMS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="form"
                value={one}
                checked={form === one}
                onChange={() => setForm(one)}
              />
              <span>
                {t(`export_form_${one}`)}
                <span class="hint">{t(`export_about_${one}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <label>
          <input
            type="checkbox"
            name="raw"
            checked={isRaw || isJson}
            disabled={isJson}
            onChange={(event) => setRaw(event.currentTarget.checked)}
          />
          <span>
            {t('export_raw')}
            <span class="hint">{t('export_raw_hint')}</span>
          </span>
        </label>
        <p class="dialog-acts">
          <button type="button" class="plain" onClick={() => dialog.current?.close()}>
            {t('export_leave')}
          </button>
          <button id="export-save" type="submit" class="main">
            {t('export_save')}
          </button>
        </p>
      </form>
    </dialog>
  );
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { isPrivateId } from '@/utils/analyses/keys.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import type { ExportForm } from '@/utils/exports/form.ts';

const FORMS = ['csv', 'json', 'markdown', 'stix'] as const satisfies ExportForm[];

/** How analyses are to be saved. */
export interface ExportChoice {
  form: ExportForm;
  urls: 'defanged' | 'raw';
}

interface ExportDialogProps {
  ticked: readonly Analysis[];
  found: readonly Analysis[];
  onExport: (analyses: readonly Analysis[], choice: ExportChoice) => void;
  onClose: () => void;
}

/** Asks in which form to save what is ticked, or all that is found. What is private stays out unless it is asked for. */
export function ExportDialog({ ticked, found, onExport, onClose }: ExportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [form, setForm] = useState<ExportForm>('csv');
  const [isRaw, setRaw] = useState(false);
  const [isTicked, setTicked] = useState(ticked.length > 0);
  const [isWithPrivate, setWithPrivate] = useState(false);
  const isJson = form === 'json';
  const wanted = (all: readonly Analysis[]) =>
    isWithPrivate ? all : all.filter(({ id }) => !isPrivateId(id));
  const chosen = wanted(isTicked ? ticked : found);

  useLayoutEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog id="export-dialog" ref={dialog} aria-labelledby="export-title" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={() => onExport(chosen, { form, urls: isRaw || isJson ? 'raw' : 'defanged' })}
      >
        <h2 id="export-title">{t('export_title')}</h2>
        <fieldset>
          <legend>{t('export_what')}</legend>
          {ticked.length > 0 && (
            <label>
              <input
                type="radio"
                name="what"
                value="ticked"
                checked={isTicked}
                onChange={() => setTicked(true)}
              />
              {tn('export_ticked', wanted(ticked).length)}
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
            {tn('export_found', wanted(found).length)}
          </label>
          {found.some(({ id }) => isPrivateId(id)) && (
            <label>
              <input
                type="checkbox"
                name="private"
                checked={isWithPrivate}
                onChange={(event) => setWithPrivate(event.currentTarget.checked)}
              />
              <span>
                {t('export_private')}
                <span class="hint">{t('export_private_hint')}</span>
              </span>
            </label>
          )}
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
          <button id="export-save" type="submit" class="main" disabled={chosen.length === 0}>
            {t('export_save')}
          </button>
        </p>
      </form>
    </dialog>
  );
}

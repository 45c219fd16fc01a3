import { CopyButton } from '@/components/CopyButton.tsx';
import { VerdictMark } from '@/components/Mark.tsx';
import { rankOfWord } from '@/utils/analyses/verdict.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import { Folded } from './Folded.tsx';
import { fileSize } from './measures.ts';
import { Section } from './Section.tsx';
import { Told, ToldFile } from './Told.tsx';

type File = Brief['files'][number];

/** The dropped files, the malicious ones first. */
export function Files({ brief: { files, totals } }: { brief: Brief }) {
  const summary = totals.files > 0 ? tn('report_files', totals.files, totals.maliciousFiles) : '';
  return (
    <Section id="files" title={t('report_dropped')} summary={summary}>
      <Folded items={files} total={totals.files} first={5}>
        {(file) => <DroppedFile file={file} />}
      </Folded>
    </Section>
  );
}

function DroppedFile({ file: { name, hash, classification, type, size } }: { file: File }) {
  const rank = rankOfWord(classification);
  const isWord = rank === 'unknown' && classification !== '';
  const known = rank === 'unknown' ? t('report_not_classified') : t(`verdict_${rank}`);
  return (
    <div class="file">
      <span class="file-verdict">
        <span aria-hidden="true">
          <VerdictMark rank={rank} />
        </span>
        {isWord ? <Told text={classification} /> : known}
      </span>
      <div>
        <p class="file-name">{name ? <ToldFile name={name} /> : t('report_no_name')}</p>
        {(type || size !== undefined) && (
          <p class="hint">
            {type && <Told text={type} />}
            {type && size !== undefined && ' · '}
            {size !== undefined && fileSize(size)}
          </p>
        )}
        {hash && (
          <p class="hash">
            <code>
              <bdi>{hash}</bdi>
            </code>
            <CopyButton text={hash} label={t('report_copy_hash')} />
          </p>
        )}
      </div>
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { language, t } from '@/utils/browser/i18n.ts';

/** How much the extension keeps in this browser; `read` gives bytes. */
export function Used({ read, count }: { read: () => Promise<number>; count: number }) {
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => {
    read().then(setBytes, () => {});
  }, [count]);
  return <p id="used">{bytes === null ? '' : t('storage_used', megabytes(bytes))}</p>;
}

function megabytes(bytes: number): string {
  const format = new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1e6);
}

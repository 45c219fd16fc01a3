import type { Understand } from '@/components/capture/understood.ts';
import { candidatesOf, findingsOf } from '@/utils/capture/candidates.ts';
import { findUrls } from '@/utils/capture/find-urls.ts';
import { lookAt } from '@/utils/capture/look.ts';

/** A key that was pressed meanwhile goes first. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

/** Apart from the page: with its lists of top-level domains and brands it is larger than that, and not needed to paste. */
export const understand: Understand = async (text, addresses) => {
  const inText = findUrls(text);
  await breath();
  const inTabs = findingsOf(addresses);
  return {
    candidates: candidatesOf([...inTabs.found, ...inText.found]),
    leftOut: [...inTabs.others.map((one) => ({ text: one, kind: 'scheme' as const })), ...inText.leftOut],
    lookAt,
  };
};

import type { Candidate } from '@/utils/capture/candidates.ts';
import type { LeftOut } from '@/utils/capture/find-urls.ts';
import type { Look } from '@/utils/capture/look.ts';
import type { Watch } from '@/utils/capture/watch.ts';

/** What was understood of a text. */
export interface Understood {
  candidates: readonly Candidate[];
  leftOut: readonly Pick<LeftOut, 'text' | 'kind'>[];
  /** What is to be said of a URL. Found out for what is shown only: that takes longer than all else. */
  lookAt: (href: string, watch: Watch) => Look;
}

/** Looks for URLs in a text, and takes addresses as they are. */
export type Understand = (text: string, addresses: readonly string[]) => Promise<Understood>;

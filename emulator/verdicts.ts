import type { Submission } from './submission.ts';
import { classify, type Verdict, verdictOf } from './verdict.ts';
import { type VerdictOrder, type VerdictOrderInput, verdictOrderSchema } from './verdict-order.ts';

type Analysed = Pick<Submission, 'target' | 'platform'>;

/** What the sandboxes find: it follows from target and platform, unless a test ordered something else. */
export function createVerdicts() {
  const orders: VerdictOrder[] = [];

  function orderFor(analysed: Analysed): VerdictOrder['report'] {
    return orders.findLast((order) => matches(order, analysed))?.report ?? {};
  }

  return {
    /** Orders what reports say, those of earlier analyses too; the last order that matches is taken whole. */
    set(input: VerdictOrderInput): void {
      orders.push(verdictOrderSchema.parse(input));
    },
    /** In the order they came. */
    list: (): VerdictOrder[] => [...orders],
    of(analysed: Analysed): Verdict {
      const { classification, riskScore, threatNames, warnings } = orderFor(analysed);
      const verdict = verdictOf(classification ?? classify(analysed));
      return {
        classification: verdict.classification,
        riskScore: riskScore ?? verdict.riskScore,
        threatNames: threatNames ?? verdict.threatNames,
        warnings: warnings ?? verdict.warnings,
      };
    },
    /** What was ordered in place of the whole report; undefined where nothing was. */
    bodyOf: (analysed: Analysed): unknown => orderFor(analysed).body,
    reset(): void {
      orders.length = 0;
    },
  };
}

export type Verdicts = ReturnType<typeof createVerdicts>;

function matches({ match }: VerdictOrder, { target, platform }: Analysed): boolean {
  const url = target.kind === 'url' ? target.url : null;
  return (
    (match.href ?? url) === url &&
    (match.sha1 ?? target.sha1.toLowerCase()) === target.sha1.toLowerCase() &&
    (match.platform ?? platform) === platform
  );
}

import { type Observations, observe } from './observations.ts';
import type { Analysed } from './submission.ts';
import { type Classification, classify, type Verdict, verdictOf } from './verdict.ts';
import { type VerdictOrder, type VerdictOrderInput, verdictOrderSchema } from './verdict-order.ts';
import { warningsOf } from './warnings.ts';

/** What the sandboxes find: it follows from target and platform, unless a test ordered something else. */
export function createVerdicts() {
  const orders: VerdictOrder[] = [];

  function orderFor(analysed: Analysed): VerdictOrder['report'] {
    return orders.findLast((order) => matches(order, analysed))?.report ?? {};
  }
  function classificationOf(analysed: Analysed): Classification {
    return orderFor(analysed).classification ?? classify(analysed);
  }

  return {
    /** Orders what reports say, those of earlier analyses too; the last order that matches is taken whole. */
    set(input: VerdictOrderInput): void {
      orders.push(verdictOrderSchema.parse(input));
    },
    /** In the order they came. */
    list: (): VerdictOrder[] => [...orders],
    of(analysed: Analysed): Verdict {
      const { riskScore, threatNames, warnings } = orderFor(analysed);
      const verdict = verdictOf(classificationOf(analysed));
      return {
        classification: verdict.classification,
        riskScore: riskScore ?? verdict.riskScore,
        threatNames: threatNames ?? verdict.threatNames,
        warnings: warnings ?? warningsOf(analysed, verdict.classification),
      };
    },
    /** What the sandbox saw, with the lists that were ordered in place of its own. */
    observedAt(analysed: Analysed): Observations {
      const { signatures, urls } = orderFor(analysed);
      const observed = observe(analysed, classificationOf(analysed));
      return {
        ...observed,
        ...(signatures && { signatures: signatures.map(orderedSignature) }),
        ...(urls && { network: { ...observed.network, url: urls.map(orderedUrl) } }),
      };
    },
    /** What was ordered; nothing in it where nothing was. */
    orderFor,
    reset(): void {
      orders.length = 0;
    },
  };
}

export type Verdicts = ReturnType<typeof createVerdicts>;

function orderedSignature(description: string, i: number) {
  return { description, risk_factor: 10, sig_id: 9000 + i };
}

function orderedUrl(url: string) {
  return { url, source: 'memory' };
}

function matches({ match }: VerdictOrder, { target, platform }: Analysed): boolean {
  const url = target.kind === 'url' ? target.url : null;
  return (
    (match.href ?? url) === url &&
    (match.sha1 ?? target.sha1.toLowerCase()) === target.sha1.toLowerCase() &&
    (match.platform ?? platform) === platform
  );
}

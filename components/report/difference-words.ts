import { language, t, tn } from '@/utils/browser/i18n.ts';
import { type Contact, type Difference, differencesOf, haveOneVerdict, partlyKnown } from './compare.ts';
import type { ReportRow } from './report-row.ts';

/** How the platforms differ, in sentences: "Windows 11 and Linux differ: 3 domains only on Windows 11." */
export function differenceSentences(rows: readonly ReportRow[]): string[] {
  const names = rows.map(platformName);
  const differences = differencesOf(rows);
  const groups = groupsOf(differences).map(([first, count]) => groupWords(first, count, names));
  const [group, ...more] = groups;
  const differing = names.filter((_, index) =>
    differences.some(({ contacts }) => contacts[index] !== 'unknown'),
  );
  const partly = partlyKnown(rows);
  return [
    group
      ? t(
          'report_differ',
          named(differing),
          more.reduce((all, one) => t('report_joined', all, one), group),
        )
      : '',
    !group && partly.length === 0 ? t('report_alike') : '',
    haveOneVerdict(rows) ? '' : t('report_verdicts_differ'),
    partly.length > 0 ? t('report_partly_known', named(partly.map(platformName))) : '',
  ].filter(Boolean);
}

/** Of what differs alike the first, and how many there are of it. */
function groupsOf(differences: readonly Difference[]): [Difference, number][] {
  const groups = new Map<string, [Difference, number]>();
  for (const difference of differences) {
    const key = [difference.kind, ...difference.contacts].join();
    groups.set(key, [difference, (groups.get(key)?.[1] ?? 0) + 1]);
  }
  return [...groups.values()];
}

function groupWords({ kind, contacts }: Difference, count: number, names: readonly string[]): string {
  const those = (wanted: Contact) => named(names.filter((_, index) => contacts[index] === wanted));
  const what = tn(`report_count_${kind}`, count);
  return contacts.includes('unknown')
    ? t('report_on_not', what, those('yes'), those('no'))
    : t('report_only_on', what, those('yes'));
}

/** "Windows 11 and Linux". */
function named(names: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(names);
}

function platformName({ analysis }: ReportRow): string {
  return t(`platform_${analysis.platform}_name`);
}

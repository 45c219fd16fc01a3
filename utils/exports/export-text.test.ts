import { describe, expect, it } from 'vitest';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { exportText } from './export-text.ts';
import { EXPORT_FORMS, type ExportForm } from './form.ts';
import { TOOLS } from './testing.ts';

const analysis = queuedAnalysis('01ARZ3NDEKTSV4RRFFQ69G5FAV', 0, {
  href: 'http://bad.test/',
  note: 'bad.test',
});
const forms = Object.keys(EXPORT_FORMS) as ExportForm[];
const defanged = forms.filter((form) => form !== 'json');

describe('an export', () => {
  it.each(defanged)('as %s is defanged where nothing else is said', (form) => {
    const text = exportText(form, [analysis], { exportedAt: 0, tools: TOOLS });
    expect(text).toContain('hxxp');
    expect(text).not.toMatch(/http:\/\/bad/);
  });

  it.each(forms)('as %s holds URLs as they are where that is asked for', (form) => {
    const text = exportText(form, [analysis], { urls: 'raw', exportedAt: 0, tools: TOOLS });
    expect(text).toContain('http://bad.test/');
    expect(text).not.toMatch(/hxxp|\[\.\]/);
  });

  it('as JSON holds them as they are in any case', () => {
    const text = exportText('json', [analysis], { urls: 'defanged', exportedAt: 0, tools: TOOLS });
    expect(JSON.parse(text)).toMatchObject({ analyses: [analysis], briefs: {} });
  });
});

import { Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { evaluate, type Dataset } from '@/api/queries/datasets';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Note } from '@/ui/forms/Note';
import { Answer } from '@/ui/states/Answer';
import classes from './properties.module.css';

/** An expression, with what is wrong with it and a few of its results a moment after one stops typing. */
export function ExpressionField({ tenantId, dataset, value, onChange, error }: { tenantId: string; dataset: Dataset; value: string; onChange: (value: string) => void; error?: string }) {
  const [settled] = useDebouncedValue(value.trim(), 300);
  const result = useQuery({
    queryKey: ['t', tenantId, 'dataset', dataset.datasetId, 'evaluate', settled],
    queryFn: ({ signal }) => evaluate(tenantId, dataset.datasetId, settled, undefined, signal),
    enabled: settled !== '', gcTime: 0,
  });
  const plan = (name: string) => (name === 'columns' ? t('expression.columns') : t('expression.nodes'));
  return (
    <div className={forms.form} style={{ gap: 8 }}>
      <Textarea label={t('properties.expression')} description={<>{t('expression.text')} <a href="/app/docs">{t('expression.docs')}</a></>} autosize minRows={2} maxRows={10} value={value} error={error} onChange={event => onChange(event.currentTarget.value)}
        spellCheck={false} autoComplete="off" styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12, lineHeight: '18px' } }} />
      {settled !== '' && (
        <Answer of={result} rows={2}>
          {answer => (
            <>
              {answer.diagnostics.map((one, i) => <Note key={i} tone={one.severity === 'error' ? 'bad' : 'warn'}>{t('expression.at', { line: one.line, column: one.column })} {one.message}{one.suggestion && <> <button type="button" className={classes.fix} onClick={() => onChange(value.slice(0, one.span.start) + one.suggestion + value.slice(one.span.end))}>{t('expression.fix', { word: one.suggestion })}</button></>}</Note>)}
              {answer.diagnostics.length === 0 && answer.error && <Note tone="bad">{answer.error}</Note>}
              {answer.results.length > 0 && (
                <div className={classes.results}>
                  <table>
                    <caption className="unseen">{t('expression.results')}</caption>
                    <tbody>{answer.results.slice(0, 6).map((one, i) => <tr key={i}><th scope="row">{show(one.node)}</th><td className={one.error ? 'quiet' : undefined}>{one.error ?? show(one.result)}</td></tr>)}</tbody>
                  </table>
                  <p className="quiet">{plan(answer.plan)}</p>
                </div>
              )}
            </>
          )}
        </Answer>
      )}
    </div>
  );
}

const show = (value: unknown): string => (value === null || value === undefined ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value));

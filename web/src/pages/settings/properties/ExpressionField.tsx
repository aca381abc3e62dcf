import { Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { evaluate, type Dataset } from '@/api/queries/datasets';
import { shown, withFix } from '@/model/properties/expression';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Note } from '@/ui/forms/Note';
import { Answer } from '@/ui/states/Answer';
import classes from './properties.module.css';

/** An expression, with what is wrong with it and a few of its results a moment after one stops typing. */
export function ExpressionField({ tenantId, dataset, value, onChange, error }: { tenantId: string; dataset: Dataset; value: string; onChange: (value: string) => void; error?: string }) {
  const [settled] = useDebouncedValue(value, 300);
  const isBlank = settled.trim() === '';
  const result = useQuery({
    queryKey: ['t', tenantId, 'dataset', dataset.datasetId, 'evaluate', settled],
    queryFn: ({ signal }) => evaluate(tenantId, dataset.datasetId, settled, undefined, signal),
    enabled: !isBlank, gcTime: 0,
  });
  const sample = result.data?.results.slice(0, 6) ?? [];
  const nameOf = useNames(tenantId, dataset, sample.map(one => one.node));
  // What is told of a text is told of its places: of the text as it was sent.
  const fix = ({ span, suggestion }: { span: { start: number; end: number }; suggestion?: string }) => value === settled && onChange(withFix(value, span, suggestion ?? ''));
  const plan = (name: string) => (name === 'columns' ? t('expression.columns') : t('expression.nodes'));
  return (
    <div className={forms.form} style={{ gap: 8 }}>
      <Textarea label={t('properties.expression')} description={<>{t('expression.text')} <a href="/app/docs">{t('expression.docs')}</a></>} autosize minRows={2} maxRows={10} value={value} error={error} onChange={event => onChange(event.currentTarget.value)}
        spellCheck={false} autoComplete="off" styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12, lineHeight: '18px' } }} />
      {!isBlank && (
        <Answer of={result} rows={2}>
          {answer => (
            <>
              {answer.diagnostics.map((one, i) => <Note key={i} tone={one.severity === 'error' ? 'bad' : 'warn'}>{t('expression.at', { line: one.line, column: one.column })} {one.message}{one.suggestion && <> <button type="button" className={classes.fix} onClick={() => fix(one)}>{t('expression.fix', { word: one.suggestion })}</button></>}</Note>)}
              {answer.diagnostics.length === 0 && answer.error && <Note tone="bad">{answer.error}</Note>}
              {sample.length > 0 && (
                <div className={classes.results}>
                  <table>
                    <caption className="unseen">{t('expression.results')}</caption>
                    <tbody>{sample.map((one, i) => <tr key={i}><th scope="row">{nameOf(one.node)}</th><td className={one.error ? 'quiet' : undefined}>{one.error ?? shown(one.result)}</td></tr>)}</tbody>
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

/** What people call the nodes: their labels, and their ids where they have none. */
function useNames(tenantId: string, { datasetId, autoId, labelId }: Dataset, nodes: unknown[]) {
  const labels = useQuery({
    queryKey: ['t', tenantId, 'dataset', datasetId, 'labels', nodes],
    queryFn: ({ signal }) => evaluate(tenantId, datasetId, `node[${JSON.stringify(labelId)}]`, nodes, signal),
    enabled: nodes.length > 0 && Boolean(labelId) && labelId !== autoId, gcTime: 0,
  }).data?.results;
  return (node: unknown) => shown(labels?.find(one => one.node === node)?.result ?? node);
}

import { Button, NativeSelect, Tabs } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MadeToken } from '@/api/queries/tokens';
import { datasetQuery, datasetsQuery } from '@/api/queries/datasets';
import { useSession } from '@/api/queries/session';
import { importSample, postmanEnvironment, shells, snippet, tasks, type Shell } from '@/model/tokens/snippets';
import { usePlace } from '@/state/place';
import { t } from '@/texts';
import { CopyBlock } from '@/ui/forms/Copy';
import forms from '@/ui/forms/forms.module.css';
import { Note } from '@/ui/forms/Note';
import { OnceDialog } from '@/ui/forms/OnceDialog';
import { save } from '@/ui/save';

/** The token, this once, and lines that work with it as they are. */
export function TokenSecret({ made, onClose }: { made: MadeToken; onClose: () => void }) {
  const place = usePlace();
  const { server } = useSession();
  const [tenantId, setTenantId] = useState(place.tenantId);
  const datasets = useQuery(datasetsQuery(tenantId));
  const [chosen, setChosen] = useState(place.datasetId);
  const [shell, setShell] = useState<Shell>('curl');
  const datasetId = datasets.data?.find(one => one.datasetId === chosen)?.datasetId ?? datasets.data?.[0]?.datasetId ?? '';
  const chosenDataset = datasets.data?.find(one => one.datasetId === datasetId);
  const mayWrite = chosenDataset === undefined || (chosenDataset.level !== 'read' && !chosenDataset.isPermissionedView && place.tenants.find(one => one.id === tenantId)?.features.includes('change') !== false);
  const target = { baseUrl: server.baseUrl || location.origin, tenantId, datasetId, token: made.token };
  return (
    <OnceDialog onClose={onClose} size={720} title={t('tokens.made', { name: made.name })} lost={t('tokens.notCopied')}
      acts={taken => <Button variant="default" leftSection={<IconDownload size={16} stroke={1.5} />} onClick={() => { save(`espalier-${tenantId}.postman_environment.json`, postmanEnvironment(target), 'application/json'); taken(); }}>{t('tokens.postman')}</Button>}>
      {taken => <>
        <Note tone="warn">{t('tokens.once')}</Note>
        <CopyBlock wrap value={made.token} label={t('tokens.copy')} onCopy={taken} />
        <h2>{t('tokens.ready')}</h2>
        <div className={forms.pair}>
          <NativeSelect label={t('shell.tenant')} value={tenantId} onChange={event => setTenantId(event.currentTarget.value)} data={place.tenants.map(one => ({ value: one.id, label: one.name && one.name !== one.id ? `${one.name} (${one.id})` : one.id }))} />
          <NativeSelect label={t('shell.dataset')} value={datasetId} onChange={event => setChosen(event.currentTarget.value)} disabled={!datasets.data?.length}
            data={datasets.data?.length ? datasets.data.map(one => ({ value: one.datasetId, label: one.name })) : [{ value: '', label: t('tokens.noDatasets') }]} />
        </div>
        <Tabs value={shell} onChange={value => setShell(value as Shell)} keepMounted={false}>
          <Tabs.List aria-label={t('tokens.shells')}>{shells.map(one => <Tabs.Tab key={one} value={one}>{t(`shells.${one}`)}</Tabs.Tab>)}</Tabs.List>
          {shells.map(one => (
            <Tabs.Panel key={one} value={one} pt={12}>
              <div className={forms.form} style={{ gap: 12 }}>
                {tasks.filter(task => task !== 'import' || mayWrite).map(task => <div key={task}><h3 style={{ marginBottom: 4 }}>{t(`tasks.${task}`)}</h3>{task === 'import' && <ImportText tenantId={tenantId} datasetId={datasetId} />}<CopyBlock value={snippet(one, task, target)} label={t('tokens.copyLines', { task: t(`tasks.${task}`) })} onCopy={taken} /></div>)}
              </div>
            </Tabs.Panel>
          ))}
        </Tabs>
      </>}
    </OnceDialog>
  );
}

/** What the file has to hold, with the dataset's own keys. */
function ImportText({ tenantId, datasetId }: { tenantId: string; datasetId: string }) {
  const dataset = useQuery({ ...datasetQuery(tenantId, datasetId), enabled: datasetId !== '' }).data;
  return (
    <>
      <p className="quiet">{t('tokens.importText')}</p>
      {dataset && <pre className={forms.sample} tabIndex={0} role="region" aria-label={t('tokens.importSample')}>{importSample(dataset)}</pre>}
    </>
  );
}

import { Button, NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '@/api/errors';
import { useSession } from '@/api/queries/session';
import { changeTenant, createTenant, type Limits, type Tenant } from '@/api/queries/tenants';
import { checkTenantId } from '@/model/tenants/ids';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Refusal } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { SubnetInput } from '@/ui/forms/SubnetInput';
import { useAct } from '@/ui/forms/useAct';
import { useFields } from '@/ui/forms/useFields';

const limitNames = ['requestsPerSecond', 'concurrency', 'requestsPerDay'] as const;

/** All limits; without one it is as the server's settings say. */
const limitsOf = (limits: Limits | undefined) => Object.fromEntries(limitNames.map(limit => [limit, limits?.[limit] ?? null])) as Limits;

/** A tenant, new or changed, with its API plan. */
export function TenantPanel({ tenant, others, onClose }: { tenant?: Tenant; others: Tenant[]; onClose: () => void }) {
  const { clientIp } = useSession();
  const [id, setId] = useState(tenant?.id ?? '');
  // The list is what others may have changed meanwhile.
  const kept = others.find(one => one.id === tenant?.id) ?? tenant;
  const form = useFields({
    name: kept?.name ?? '', master: kept?.masterTenantId ?? '', subnets: kept?.subnets ?? [], apiPlan: kept?.apiPlan ?? true, enabled: kept?.enabled ?? true, limits: limitsOf(kept?.limits),
  });
  const { name, master, subnets, apiPlan, enabled, limits } = form.fields;
  const [isTyping, setIsTyping] = useState(false);
  const problem = tenant === undefined && id !== '' ? checkTenantId(id) : undefined;
  const saved = useAct(() => {
    const { master: changedMaster, ...changes } = form.changes;
    return tenant ? changeTenant(tenant.id, { ...changes, ...(changedMaster === undefined ? {} : { masterTenantId: changedMaster || null }) })
      : createTenant({ id, name, subnets, apiPlan, limits: Object.fromEntries(Object.entries(limits).filter(([, value]) => typeof value === 'number')), ...(master ? { masterTenantId: master } : {}) });
  }, { stale: [['tenants'], ['session']], done: tenant ? t('forms.saved') : t('tenants.created', { id }), then: onClose, ownErrors: true });
  const said = saved.error instanceof ApiError ? saved.error.byField() : {};
  const subnetsSaid = Object.entries(said).filter(([field]) => field.startsWith('subnets')).map(([, message]) => message).join(' ') || undefined;
  return (
    <Panel title={tenant ? t('tenants.edit', { id: tenant.id }) : t('tenants.new')} onClose={onClose} dirty={(form.isDirty || id !== (tenant?.id ?? '') || isTyping) && !saved.isPending}>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); if (tenant && !form.isDirty && !isTyping) onClose(); else if (!problem && !isTyping) saved.mutate(undefined); }}>
        {!tenant && <TextInput label={t('tenants.id')} description={t('tenants.idText')} required withAsterisk={false} data-autofocus value={id} error={problem ? t(`tenantIds.${problem}`) : said['id']} onChange={event => setId(event.currentTarget.value.toUpperCase())} spellCheck={false} />}
        <TextInput label={t('tenants.name')} value={name} error={said['name']} onChange={event => form.set({ name: event.currentTarget.value })} />
        <NativeSelect label={t('tenants.master')} description={t('tenants.masterText')} value={master} error={said['masterTenantId']} onChange={event => form.set({ master: event.currentTarget.value })}
          data={[{ value: '', label: t('tenants.noMaster') }, ...others.filter(one => one.id !== tenant?.id).map(one => ({ value: one.id, label: one.name || one.id }))]} />
        <SubnetInput label={t('tenants.subnets')} value={subnets} onChange={value => form.set({ subnets: value })} own={clientIp} error={subnetsSaid} onPending={setIsTyping} />
        {tenant && <Switch label={t('tenants.enabled')} description={t('tenants.enabledText')} checked={enabled} onChange={event => form.set({ enabled: event.currentTarget.checked })} />}
        <Switch label={t('tenants.planSwitch')} description={t('tenants.planText')} checked={apiPlan} onChange={event => form.set({ apiPlan: event.currentTarget.checked })} />
        {apiPlan && limitNames.map(limit => (
          <NumberInput key={limit} label={t(`limits.${limit}`)} placeholder={t('limits.asSettings')} description={t('limits.text')} min={0} allowDecimal={false} hideControls thousandSeparator="," value={limits[limit] ?? ''} error={said[`limits.${limit}`]}
            onChange={value => form.set({ limits: { ...limits, [limit]: value === '' ? null : Number(value) } })} />
        ))}
        <Refusal error={saved.error} fields={['id', 'name', 'masterTenantId', ...Object.keys(said).filter(field => /^(subnets|limits)/.test(field))]} />
        <div className={forms.acts}><Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button><Button type="submit" loading={saved.isPending}>{tenant ? t('forms.save') : t('tenants.create')}</Button></div>
      </form>
    </Panel>
  );
}

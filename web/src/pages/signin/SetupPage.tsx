import { Button, Radio, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '@/api/errors';
import { setUp } from '@/api/queries/session';
import { checkTenantId } from '@/model/tenants/ids';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Note, Refusal } from '@/ui/forms/Note';
import { useAct } from '@/ui/forms/useAct';
import { Bare } from '@/ui/shell/Bare';
import { NewPassword } from './PasswordFields';
import { useCode } from './useCode';

const route = getRouteApi('/setup');

/** The first start: the first administrator, and a tenant. */
export function SetupPage() {
  const { needed, keeps } = route.useLoaderData();
  const code = useCode();
  if (!needed) return <Bare shown title={t('setup.title')}><p>{t('setup.done')}</p><Link to="/sign-in">{t('signIn.title')}</Link></Bare>;
  if (!code) return <Bare shown title={t('setup.title')}><Note>{t('setup.noCode')}</Note></Bare>;
  return <Bare shown title={t('setup.title')} lead={t('setup.lead')}><SetupForm code={code} keeps={keeps} /></Bare>;
}

function SetupForm({ code, keeps }: { code: string; keeps?: string }) {
  const navigate = useNavigate();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [own, setOwn] = useState(keeps === undefined);
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const problem = own && id !== '' ? checkTenantId(id) : undefined;
  const begin = useAct(() => setUp({ code, email: email.trim(), password, ...(own ? { tenant: { id, ...(name ? { name } : {}) } } : {}) }), { then: () => navigate({ to: '/app/workspace', replace: true }), ownErrors: true });
  const said = begin.error instanceof ApiError ? begin.error.byField() : {};
  return (
    <form className={forms.form} onSubmit={event => { event.preventDefault(); if (!problem) begin.mutate(undefined); }}>
      <TextInput label={t('signIn.email')} description={t('setup.emailText')} type="email" autoComplete="username" required withAsterisk={false} autoFocus value={email} error={said['email']} onChange={event => setEmail(event.currentTarget.value)} />
      <NewPassword value={password} onChange={setPassword} error={said['password']} />
      {keeps !== undefined && (
        <Radio.Group label={t('setup.tenant')} value={own ? 'own' : 'keep'} onChange={value => setOwn(value === 'own')}>
          <div style={{ display: 'grid', gap: 8, paddingTop: 8 }}>
            <Radio value="keep" label={t('setup.keep', { id: keeps })} />
            <Radio value="own" label={t('setup.own')} />
          </div>
        </Radio.Group>
      )}
      {own && (
        <div className={forms.pair}>
          <TextInput label={t('tenants.id')} description={t('tenants.idText')} required withAsterisk={false} value={id} error={problem ? t(`tenantIds.${problem}`) : said['tenant.id']} onChange={event => setId(event.currentTarget.value.toUpperCase())} spellCheck={false} />
          <TextInput label={t('tenants.name')} description={t('tenants.nameText')} value={name} error={said['tenant.name']} onChange={event => setName(event.currentTarget.value)} />
        </div>
      )}
      <Refusal error={begin.error} fields={['email', 'password', 'tenant.id', 'tenant.name']} />
      <Button type="submit" fullWidth loading={begin.isPending}>{t('setup.act')}</Button>
    </form>
  );
}

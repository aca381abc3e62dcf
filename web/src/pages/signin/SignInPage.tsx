import { Button } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { t, word } from '@/texts';
import { Bare } from '@/ui/shell/Bare';
import bare from '@/ui/shell/bare.module.css';
import { Note } from '@/ui/forms/Note';
import { SignInForm } from '@/ui/shell/SignInForm';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { signIn, needed } = route.useLoaderData();
  const { next, error } = route.useSearch();
  const router = useRouter();
  const start = `/api/espalier/v1/session/oidc/start?return=${encodeURIComponent(next ?? '/app/workspace')}`;
  const oidc = signIn.oidc && <Button component="a" href={start} variant={signIn.password ? 'default' : 'filled'} fullWidth>{t('signIn.with', { name: signIn.oidc.name })}</Button>;
  return (
    <Bare shown title={t('signIn.title')} foot={t('signIn.help')}>
      {error && <Note tone="bad">{word('oidcErrors', error)}</Note>}
      {needed && <Note>{t('signIn.needed')}</Note>}
      {signIn.password && <SignInForm onDone={() => router.navigate({ href: next ?? '/app/workspace' })} />}
      {signIn.password && oidc && <div className={bare.or}>{t('signIn.or')}</div>}
      {oidc}
    </Bare>
  );
}

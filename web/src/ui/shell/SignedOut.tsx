import { useSession } from '@/api/queries/session';
import { queryClient } from '@/api/queryClient';
import { t } from '@/texts';
import { Dialog } from '../forms/Dialog';
import { SignInForm } from './SignInForm';

/** The session has ended: sign in again, while the work stays underneath. */
export default function SignedOut() {
  const { user } = useSession();
  return (
    <Dialog onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title={t('signIn.endedTitle')}>
      <p style={{ marginBottom: 16 }}>{t('signIn.ended')}</p>
      <SignInForm email={user.email} fixedEmail onDone={() => void queryClient.refetchQueries({ type: 'active' })} />
    </Dialog>
  );
}

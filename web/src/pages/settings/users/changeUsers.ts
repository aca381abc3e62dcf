import { addUsers, freshUsers, saveUser, type User } from '@/api/queries/people';
import { t } from '@/texts';

/**
 * Changes accounts as they are by now. Writing an account replaces all of it, so what was read some time ago must not be
 * written: it would undo what other admins did since, and bring back those whom they removed.
 */
export async function changeUsers(tenantId: string, emails: readonly string[], change: (fresh: User) => User): Promise<void> {
  const fresh = new Map((await freshUsers(tenantId)).map(user => [user.email, user]));
  const gone = emails.filter(email => !fresh.has(email));
  if (gone.length > 0) throw new UserGone(gone);
  const changed = emails.map(email => change(fresh.get(email)!));
  // Several together or not at all.
  await (changed.length === 1 ? saveUser(tenantId, changed[0]!) : addUsers(tenantId, changed));
}

class UserGone extends Error {
  constructor(emails: readonly string[]) {
    super();
    this.message = t('users.gone', { email: emails.join(', ') });
  }

  /** As it is shown. */
  override toString() {
    return this.message;
  }
}

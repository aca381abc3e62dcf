import type { ReactNode } from 'react';
import { useLive } from '@/api/sessionState';
import { later } from '../later';

const NotInView = later(async () => (await import('./NotInView')).NotInView);

/** A page of one's own: it stands aside while another person's view is shown, of which it is no part. */
export function OwnPage({ title, children }: { title: string; children: ReactNode }) {
  const seen = useLive(live => live.viewAs);
  return seen ? <NotInView title={title} email={seen.email} /> : <>{children}</>;
}

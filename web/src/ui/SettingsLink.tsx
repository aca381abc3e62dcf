import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePlace } from '@/state/place';

interface Props { page: string; tenantId?: string; className?: string; children: ReactNode; current?: boolean }

/** A link to a page of the settings. */
export function SettingsLink({ page, tenantId, className, children, current }: Props) {
  const place = usePlace();
  return (
    <Link to="/app/configui" search={{ tenantId: tenantId ?? place.tenantId, page }} className={className} aria-current={current ? 'page' : undefined}
      activeProps={{}} data-current={current || undefined}>
      {children}
    </Link>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePlace } from '@/state/place';

interface Props { page: string; of?: string; tenantId?: string; className?: string; children: ReactNode; current?: boolean; onClick?: () => void }

/** A link to a page of the settings. */
export function SettingsLink({ page, of, tenantId, className, children, current, onClick }: Props) {
  const place = usePlace();
  return (
    <Link to="/app/configui" search={{ tenantId: tenantId ?? place.tenantId, page, ...(of ? { of } : {}) }} onClick={onClick} className={className} aria-current={current ? 'page' : undefined}
      activeProps={{}} data-current={current || undefined}>
      {children}
    </Link>
  );
}

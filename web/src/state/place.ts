import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSession, type SessionTenant } from '@/api/queries/session';
import { useLive } from '@/api/sessionState';
import { tenantAs } from '@/model/people/view';
import { datasetPath, homePage, listPages, parsePage } from '@/model/settings/pages';
import { usePreferences } from './preferences';

export interface Place {
  /** As whom one sees things: oneself, or the person whose view is shown. */
  email: string;
  tenants: SessionTenant[];
  /** The tenant that is asked for, or the one of last time; nothing when the person may not enter it. */
  tenant: SessionTenant | undefined;
  tenantId: string;
  datasetId: string | undefined;
}

/** Where the person is: the address says it, else this browser remembers it. */
export function usePlace(): Place {
  const session = useSession();
  const view = useLive(live => live.viewAs);
  const tenants = useMemo(() => (view ? session.tenants.filter(tenant => tenant.id === view.tenantId).map(tenant => tenantAs(tenant, view)) : session.tenants), [session.tenants, view]);
  const search = useSearch({ strict: false }) as { tenantId?: string; page?: string };
  const last = usePreferences();
  const page = search.page ? parsePage(search.page) : undefined;
  const remembered = tenants.find(tenant => tenant.id === last.tenantId)?.id;
  const tenantId = search.tenantId ?? remembered ?? tenants[0]?.id ?? '';
  const datasetId = page && 'datasetId' in page ? page.datasetId : last.tenantId === tenantId ? last.datasetId : undefined;
  return { email: view?.email ?? session.user.email, tenants, tenant: tenants.find(tenant => tenant.id === tenantId), tenantId, datasetId };
}

export const isAdmin = (tenant: SessionTenant | undefined) => tenant?.role === 'admin';

/** The app's other places. */
export function useGo() {
  const navigate = useNavigate();
  const { tenantId } = usePlace();
  return useMemo(() => ({
    settings: (page: string = homePage, tenant = tenantId) => void navigate({ to: '/app/configui', search: { tenantId: tenant, page } }),
    dataset: (datasetId: string, tenant = tenantId) => void navigate({ to: '/app/configui', search: { tenantId: tenant, page: datasetPath(datasetId) } }),
    job: (jobId: string, tenant = tenantId) => void navigate({ to: '/app/configui', search: { tenantId: tenant, page: listPages.jobs.path, of: jobId } }),
    workspace: () => void navigate({ to: '/app/workspace' }),
    tokens: () => void navigate({ to: '/tokens' }),
    tenants: () => void navigate({ to: '/tenants/tenants' }),
  }), [navigate, tenantId]);
}

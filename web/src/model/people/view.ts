/** Whose view of a tenant is shown in place of one's own. */
export interface View {
  readonly tenantId: string;
  readonly email: string;
  readonly role: 'user' | 'admin';
  readonly groups: readonly string[];
  /** Who looks. */
  readonly by: string;
}

/** A view as it was kept in the tab; nothing when it is none. */
export function viewOf(kept: string | null): View | undefined {
  try {
    const view = JSON.parse(kept ?? 'null') as View | null;
    return view && [view.tenantId, view.email, view.by].every(one => typeof one === 'string') && Array.isArray(view.groups) ? view : undefined;
  } catch {
    return undefined;
  }
}

/** A tenant as the person of the view has it: their role and groups, and what follows from these. */
export function tenantAs<T extends { id: string; role: 'user' | 'admin'; groups: string[]; features: string[] }>(tenant: T, view: View): T {
  const without = new Set([...(view.groups.includes('readonly') ? ['change', 'createDatasets'] : []), ...(view.groups.includes('guest') ? ['createDatasets'] : [])]);
  return { ...tenant, role: view.role, groups: [...view.groups], features: [...new Set(['change', 'createDatasets', ...tenant.features])].filter(one => !without.has(one)) };
}

const reads = /\/(hierarchyPreview|typePreview|views\/preview|compare|expressions\/(evaluate|complete))$/;
const ownAlways = /\/api\/espalier\/v1\/(session|me\/preferences)$/;

/** Whether a request would change something that must not be changed while another person's view is shown. */
export const changes = (method: string, url: string) => {
  const [path = ''] = url.split(/[?#]/);
  return !/^(GET|HEAD|OPTIONS)$/.test(method) && !reads.test(path) && !ownAlways.test(path);
};

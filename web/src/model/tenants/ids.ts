export type TenantIdProblem = 'blank' | 'letters' | 'begin' | 'long';

/** What is wrong with a tenant's id, as it is typed. */
export function checkTenantId(id: string): TenantIdProblem | undefined {
  if (id === '') return 'blank';
  if (/[^A-Z0-9_]/.test(id)) return 'letters';
  if (!/^[A-Z]/.test(id)) return 'begin';
  return id.length > 30 ? 'long' : undefined;
}

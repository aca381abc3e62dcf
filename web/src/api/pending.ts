// Shapes of endpoints that the kept document (openapi.json) does not have yet. `npm run api` makes each of them needless.

export interface SignIn { password: boolean; oidc?: { name: string } }
export interface Setup { needed: boolean; keeps?: string; signIn: SignIn }
export type Feature = 'change' | 'createDatasets' | 'tokens' | 'api';
export interface SessionTenant { id: string; name: string; role: 'admin' | 'user'; groups: string[]; features: Feature[] }
export interface Session {
  user: { email: string; isInstallationAdmin: boolean; hasPassword: boolean; hasTotp: boolean };
  tenants: SessionTenant[];
  csrf: string;
  clientIp: string;
  locale: string;
  session: { id: string; createdAt: string; idleEndsAt: string; endsAt: string };
  server: { version: string; baseUrl: string; limits: { passwordMinLength: number; preferencesBytes: number; syncImportBytes: number; fileBytes: number } };
}
export interface SessionEntry {
  id: string; current: boolean; createdAt: string; lastSeenAt: string; endsAt: string; address: string; device: string; method: 'password' | 'oidc';
}
export interface OneTimeLink { url: string; kind: 'invitation' | 'reset'; expires: string }
export interface LinkLook { kind: 'invitation' | 'reset'; email: string; tenant?: { id: string; name: string }; needsTotp: boolean; expires: string }

export type TokenState = 'active' | 'notYetActive' | 'expired' | 'revoked';
export interface Token {
  jti: string; name: string; createdAt: string; startsAt: string; endsAt: string; subnets: string[]; state: TokenState;
  lastUsedAt?: string; lastIp?: string; lastRoute?: string; rolledTo?: string;
}
export interface MadeToken extends Token { token: string }
export interface TokenList {
  mayCreate: boolean; clientIp: string; missing: { tokenAccess: boolean; apiPlan: boolean };
  admins: { tenantId: string; emails: string[] }[]; tokens: Token[];
}
export interface NewToken { name: string; start?: string; end?: string; subnets?: string[] }
export interface TokenCall { at: string; address: string; method: string; path: string; status: number }

export interface Limits { requestsPerSecond?: number | null; concurrency?: number | null; requestsPerDay?: number | null }
export interface Tenant {
  id: string; name: string; role?: 'admin' | 'user'; apiPlan: boolean; enabled: boolean; masterTenantId?: string; datasets: number;
  lastActivityAt?: string; createdAt: string; subnets?: string[]; limits?: Limits; users?: number;
}
export interface TenantList { mayCreate: boolean; tenants: Tenant[] }
export interface NewTenant { id: string; name?: string; masterTenantId?: string; subnets?: string[]; apiPlan?: boolean; limits?: Limits }
export interface TenantPatch { name?: string; masterTenantId?: string | null; subnets?: string[]; apiPlan?: boolean; enabled?: boolean; limits?: Limits }
export interface Usage {
  limits: { requestsPerSecond: number; concurrency: number; requestsPerDay: number };
  days: { day: string; requests: number; throttled: number; overQuota: number }[];
}

export type JobState = 'created' | 'running' | 'completed' | 'failed' | 'cancelled';
export interface JobProgress { rowsRead: number; rowsResolved: number; percent: number }
export interface Job {
  jobId: string; kind: string; state: JobState; cancelling?: boolean; datasetId?: string; dryRun?: boolean; createdAt: string; createdBy: string;
  startedAt?: string; endedAt?: string; progress?: JobProgress; traceId?: string; errors?: number;
}
export interface JobDetail extends Job {
  causes?: { code: string; name: string; count: number; message: string }[];
  result?: { url: string; contentType: string; type: string };
  errorList?: { code: string; name: string; message: string }[];
}
export interface Paged<T> { total: number; offset: number; items: T[] }

export type DatasetStateWord = 'active' | 'archived' | 'deleted';
export type Level = 'read' | 'update' | 'modify' | 'manage';
export interface DatasetSummary {
  datasetId: string; name: string; type: string; owner: string; tags: string[]; state: DatasetStateWord; isPermissionedView?: boolean; level: Level;
  items?: number; properties: number; views?: number; drafts?: number; createdAt: string; createdBy: string; modifiedAt: string; modifiedBy: string;
  itemsModifiedAt: string; version: string; archivedAt?: string; deletedAt?: string; deletedBy?: string; restorableUntil?: string; hierarchical: boolean;
}
export interface HierarchyExample { _id?: unknown; label?: unknown; parent?: unknown }
export interface HierarchyPreview {
  items: number; roots: number; orphans: number; cycles: number; inCycles: number; duplicateIds: number; blankIds: number; depth: number; largestSpan: number;
  examples: Partial<Record<'orphans' | 'cycles' | 'roots' | 'duplicateIds', HierarchyExample[]>>;
}
export interface TypePreview {
  from: string; to: string; total: number; convert: number; fail: number; blank: number; examples: { _id?: unknown; label?: unknown; value?: unknown }[];
}
export interface Access {
  user: string; level?: Level; why: { kind: 'admin' | 'owner' | 'grant' | 'view' | 'readonly' | 'none'; grants?: { group: string; level: Level }[] }; groups: string[];
  hiddenProperties: { key: string; rule: 'default' | 'group'; group?: string }[]; readOnlyProperties: (string | { key: string })[];
  rows: { total: number; visible: number; rules: { groups: string[]; filter: Record<string, unknown>; level: string; rows: number }[] };
}
export interface User {
  email: string; role?: 'user' | 'admin'; groups?: string[]; enabled?: boolean; expires?: string; tokenAccess?: boolean; subnets?: string[];
}
export interface AuditEntry {
  at: string; kind: string; person: string; address?: string; channel: string; target?: string; datasetId?: string; counts?: Record<string, number>;
}

type Answer<T> = { responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': T } } } };
type In<P, Q> = { parameters: { path: P; query?: Q; header?: Record<string, string> } };
type Get<T, P = undefined, Q = Record<string, never>> = (P extends undefined ? { parameters: { query?: Q } } : In<P, Q>) & Answer<T>;
type Send<B, T, P = undefined> = (P extends undefined ? { parameters: Record<string, never> } : In<P, never>)
  & (B extends undefined ? { requestBody?: never } : { requestBody: { content: { 'application/json': B } } }) & Answer<T>;
type None = undefined;
type T1 = { tenantId: string };
type D1 = { tenantId: string; datasetId: string };

export interface PendingPaths {
  '/api/espalier/v1/setup': { get: Get<Setup>; post: Send<{ code: string; email: string; password: string; tenant?: { id: string; name?: string } }, Session> };
  '/api/espalier/v1/session': { get: Get<Session>; post: Send<{ email: string; password: string; totp?: string }, Session>; delete: Send<None, None> };
  '/api/espalier/v1/sessions': { get: Get<SessionEntry[]>; delete: Send<None, None> };
  '/api/espalier/v1/sessions/{id}': { delete: Send<None, None, { id: string }> };
  '/api/espalier/v1/invitations/look': { post: Send<{ code: string }, LinkLook> };
  '/api/espalier/v1/invitations/accept': { post: Send<{ code: string; password: string; totp?: string }, Session> };
  '/api/espalier/v1/password': { post: Send<{ password: string; newPassword: string }, Session> };
  '/api/espalier/v1/me/totp': { post: Send<{ password: string }, { secret: string; uri: string }> };
  '/api/espalier/v1/me/totp/confirm': { post: Send<{ totp: string }, None> };
  '/api/espalier/v1/me/totp/disable': { post: Send<{ password: string }, None> };
  '/api/espalier/v1/me/preferences': { get: Get<Record<string, unknown>>; put: Send<Record<string, unknown>, Record<string, unknown>> };
  '/api/espalier/v1/tokens': { get: Get<TokenList>; post: Send<NewToken, MadeToken> };
  '/api/espalier/v1/tokens/{jti}': { delete: Send<None, None, { jti: string }> };
  '/api/espalier/v1/tokens/{jti}/roll': { post: Send<{ oldEndsInHours: number; end?: string }, MadeToken, { jti: string }> };
  '/api/espalier/v1/tokens/{jti}/usage': { get: Get<TokenCall[], { jti: string }> };
  '/api/espalier/v1/tenants': { get: Get<TenantList>; post: Send<NewTenant, Tenant> };
  '/api/espalier/v1/tenants/{id}': { patch: Send<TenantPatch, Tenant, { id: string }> };
  '/api/espalier/v1/{tenantId}/usage': { get: Get<Usage, T1, { days?: number }> };
  '/api/espalier/v1/{tenantId}/jobs': { get: Get<Paged<Job>, T1, { mine?: boolean; state?: JobState[]; offset?: number; limit?: number }> };
  '/api/espalier/v1/{tenantId}/jobs/{jobId}': { get: Get<JobDetail, { tenantId: string; jobId: string }> };
  '/api/espalier/v1/{tenantId}/jobs/{jobId}/cancel': { post: Send<None, Job, { tenantId: string; jobId: string }> };
  '/api/espalier/v1/{tenantId}/datasets': { get: Get<DatasetSummary[], T1, { state?: DatasetStateWord }> };
  '/api/espalier/v1/{tenantId}/datasets/{datasetId}': { delete: Send<None, None, D1> };
  '/api/espalier/v1/{tenantId}/datasets/{datasetId}/copy': { post: Send<{ name: string; items?: boolean; rights?: boolean }, { datasetId: string; name: string }, D1> };
  '/api/espalier/v1/{tenantId}/datasets/{datasetId}/archive': { post: Send<None, None, D1> };
  '/api/espalier/v1/{tenantId}/datasets/{datasetId}/unarchive': { post: Send<None, None, D1> };
  '/api/espalier/v1/{tenantId}/datasets/{datasetId}/restore': { post: Send<None, None, D1> };
  '/api/espalier/v1/{tenantId}/datasets/{datasetId}/hierarchyPreview': { post: Send<{ treeId: string | null; treeParentId: string | null; limit?: number }, HierarchyPreview, D1> };
  '/api/espalier/v1/{tenantId}/datasets/{datasetId}/properties/{key}/typePreview': { post: Send<{ type: string }, TypePreview, D1 & { key: string }> };
  '/api/espalier/v1/{tenantId}/datasets/{datasetId}/properties/order': { put: Send<{ keys: string[] }, { keys: string[] }, D1> };
  '/api/espalier/v1/{tenantId}/datasets/{datasetId}/access': { get: Get<Access, D1, { user: string }> };
  '/api/espalier/v1/{tenantId}/users': { get: Get<User[], T1>; post: Send<{ users: User[] }, { created: number; changed: number; results: { email: string; isNew: boolean }[] }, T1> };
  '/api/espalier/v1/{tenantId}/users/{email}/invitation': { post: Send<None, OneTimeLink, { tenantId: string; email: string }> };
  '/api/espalier/v1/{tenantId}/users/{email}/password-reset': { post: Send<{ removeTotp?: boolean }, OneTimeLink, { tenantId: string; email: string }> };
  '/api/espalier/v1/{tenantId}/audit': { get: Get<Paged<AuditEntry>, T1, { from?: string; to?: string; person?: string; kind?: string[]; offset?: number; limit?: number }> };
}

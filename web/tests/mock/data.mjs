// What the mock answers. Times are counted from a fixed clock, which the pages get too.
export const now = Date.parse('2026-11-21T12:00:00Z');
const at = minutes => new Date(now + minutes * 60_000).toISOString();
const day = 1440;
export const ids = { positions: 'F97434FC-D1B0-701E-D310-A44CC4C84947', people: '0A5E29C1-77D4-4E0B-9A6B-1B6E3F0C2D11', links: '5B9D03AA-20CC-4C55-8E42-6D0D6A1B7E01', locations: 'C3F8E7B2-9B1D-4B7A-8C36-F2E6D7A9B010', hook: '7C4C2D9E-3F1B-4B6A-9D58-0E1F2A3B4C5D', job: '9E1D2C3B-4A59-4687-90AB-CDEF01234567' };

export const session = (features = ['change', 'createDatasets', 'tokens', 'api'], role = 'admin') => ({
  user: { email: 'ana.petrov@example.com', isInstallationAdmin: role === 'admin', hasPassword: true, hasTotp: false },
  tenants: [{ id: 'DEMO', name: 'Demonstration', role, groups: ['hr'], features }, { id: 'ACME_EU', name: 'Acme Europe', role: 'user', groups: [], features }],
  csrf: 'csrf-1', clientIp: '203.0.113.7', locale: 'en-GB', session: { id: 'S1', createdAt: at(-90), idleEndsAt: at(630), endsAt: at(7 * day) },
  server: { version: '0.1.0', baseUrl: 'https://data.example.com', limits: { passwordMinLength: 12, preferencesBytes: 65536, syncImportBytes: 6291456, fileBytes: 4294967296 } },
});
export const setup = { needed: false, signIn: { password: true, oidc: { name: 'Example ID' } } };
export const setupNeeded = { needed: true, keeps: 'DEMO', signIn: { password: true } };
export const sessions = [
  { id: 'S1', current: true, createdAt: at(-90), lastSeenAt: at(0), endsAt: at(7 * day), address: '203.0.113.7', device: 'Chrome on Linux', method: 'password' },
  { id: 'S2', current: false, createdAt: at(-3 * day), lastSeenAt: at(-400), endsAt: at(4 * day), address: '198.51.100.20', device: 'Safari on iPhone', method: 'oidc' },
];
const token = (jti, name, more) => ({ jti, name, createdAt: at(-18 * day), startsAt: at(-18 * day), endsAt: at(347 * day), subnets: [], state: 'active', ...more });
export const tokens = {
  mayCreate: true, clientIp: '203.0.113.7', missing: { tokenAccess: false, apiPlan: false }, admins: [],
  tokens: [
    token('0b9f2c4d6e8f0a1b2c3d4e5f60718293', 'Workday nightly', { subnets: ['10.20.0.0/16', '2001:db8::/48'], lastUsedAt: at(-120), lastIp: '10.20.4.9', lastRoute: `PUT /api/v1/DEMO/datasets/${ids.positions}/items/import` }),
    token('1c', 'Power BI', { endsAt: at(6 * day), subnets: ['203.0.113.7/32'], lastUsedAt: at(-5 * day), lastIp: '203.0.113.7', lastRoute: 'GET /api/v1/DEMO/datasets' }),
    token('2d', 'Pilot from December', { state: 'notYetActive', startsAt: at(10 * day), endsAt: at(100 * day) }),
    token('3e', 'Old script', { state: 'expired', endsAt: at(-4 * day) }),
    token('4f', 'Contractor', { state: 'revoked', lastUsedAt: at(-40 * day), lastIp: '198.51.100.4', lastRoute: 'GET /api/v1/DEMO/datasets' }),
  ],
};
export const noTokens = { ...tokens, tokens: [] };
export const noAccess = { mayCreate: false, clientIp: '203.0.113.7', missing: { tokenAccess: true, apiPlan: false }, admins: [{ tenantId: 'DEMO', emails: ['admin@example.com', 'maria@example.com'] }], tokens: [] };
export const made = { ...token('5a', 'Nightly import', {}), token: `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${'eyJzdWIiOiJhbmFAZXhhbXBsZS5jb20iLCJqdGkiOiI1YTViNWM1ZCJ9'.repeat(2)}.3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA` };
export const usage = Array.from({ length: 8 }, (_, i) => ({ at: at(-120 - i * 1440), address: '10.20.4.9', method: i % 3 ? 'GET' : 'PUT', path: `/api/v1/DEMO/datasets/${ids.positions}/${i % 3 ? 'export/csv' : 'items/import'}`, status: i === 3 ? 429 : i % 3 ? 200 : 202 }));
export const tenants = {
  mayCreate: true,
  tenants: [
    { id: 'DEMO', name: 'Demonstration', role: 'admin', apiPlan: true, enabled: true, datasets: 4, users: 7, lastActivityAt: at(-8), createdAt: at(-60 * day), subnets: [], limits: {} },
    { id: 'ACME_EU', name: 'Acme Europe', role: 'user', apiPlan: true, enabled: true, masterTenantId: 'ACME', datasets: 12, users: 48, lastActivityAt: at(-400), createdAt: at(-40 * day), subnets: ['10.0.0.0/8'], limits: { requestsPerDay: 50000 } },
    { id: 'ACME', name: 'Acme', apiPlan: false, enabled: true, datasets: 3, users: 2, createdAt: at(-90 * day) },
    { id: 'OLD_PILOT', name: 'Pilot 2024', apiPlan: false, enabled: false, datasets: 1, users: 3, lastActivityAt: at(-300 * day), createdAt: at(-700 * day) },
  ],
};
const dataset = (datasetId, name, type, more) => ({
  datasetId, name, type, owner: 'ana.petrov@example.com', tags: [], state: 'active', level: 'manage', items: 320, properties: 12, views: 0, drafts: 0, createdAt: at(-60 * day), createdBy: 'admin@example.com',
  modifiedAt: at(-3 * day), modifiedBy: 'ana.petrov@example.com', itemsModifiedAt: at(-8), version: '0000019E-8B1C-2A4B-9C60-5B2F7D3C1E11', hierarchical: true, ...more,
});
export const datasets = {
  active: [
    dataset(ids.positions, 'Positions 2026', 'POSITIONS', { items: 6521, properties: 9, views: 2, drafts: 3, tags: ['budget', 'fy26'] }), dataset(ids.people, 'People', 'PEOPLE', { items: 6304, itemsModifiedAt: at(-480), owner: 'maria@example.com', level: 'update' }),
    dataset(ids.links, 'Who sits where', 'LINKS', { items: 6102, properties: 4, hierarchical: false }), dataset(ids.locations, 'Locations', 'LOOKUP', { items: 41, properties: 3, tags: ['lookup'], hierarchical: false, itemsModifiedAt: at(-50 * day) }),
  ],
  archived: [dataset('11111111-2222-4333-8444-555555555555', 'Positions 2024', 'POSITIONS', { state: 'archived', archivedAt: at(-200 * day) })],
  deleted: [dataset('21111111-2222-4333-8444-555555555555', 'Test import', 'PEOPLE', { state: 'deleted', deletedAt: at(-2 * day), deletedBy: 'ana.petrov@example.com', restorableUntil: at(28 * day) })],
};
const property = (key, name, type, more = {}) => ({ key, name, type, isRequired: false, ...more });
export const one = {
  datasetId: ids.positions, cacheKey: 'k', createdAt: at(-60 * day), createdBy: 'admin@example.com', modifiedAt: at(-3 * day), modifiedBy: 'ana.petrov@example.com', name: 'Positions 2026', type: 'POSITIONS', autoId: 'positionID', labelId: 'title',
  treeId: 'positionID', treeParentId: 'managerPositionID', tags: ['budget', 'fy26'],
  properties: [
    property('positionID', 'Position ID', 'text', { isRequired: true, isAutoId: true, isTreeId: true }), property('title', 'Title', 'text', { isLabelId: true, isRequired: true }), property('managerPositionID', 'Reports to', 'text', { isTreeParentId: true }),
    property('department', 'Department', 'text', { lookup: { mode: 'auto', restrict: true, sort: true }, tags: ['aggregate'] }), property('location', 'Location', 'text', { lookup: { mode: 'dataset', datasetId: ids.locations } }),
    property('salary', 'Salary', 'number', { format: '#,##0', tags: ['pay'] }), property('startDate', 'Start date', 'date'), property('isVacant', 'Vacant', 'boolean'),
    property('teamCost', 'Team cost', 'number', { expression: 'node.salary + node.d.salary.sum', expressionMode: 'allNodes', evaluationMode: 'preFilter', format: '#,##0' }),
  ],
  items: { lastTransactionId: '0000019E-8B1C-2A4B-9C60-5B2F7D3C1E11', modifiedAt: at(-8) }, drafts: [], linkingRelationships: [{ datasetId: ids.links, name: 'Who sits where', type: 'LINKS', _links: {} }], _links: {},
};
export const transactions = [
  { transactionId: 'T3', at: at(-8), by: 'ana.petrov@example.com', channel: 'import', counts: { created: 51, updated: 1204, deleted: 33, cells: 2300 }, changesDefinition: false },
  { transactionId: 'T2', at: at(-3 * day), by: 'maria@example.com', channel: 'api', counts: { created: 0, updated: 12, deleted: 0, cells: 12 }, changesDefinition: true },
];
export const evaluation = { diagnostics: [], plan: 'columns', results: [{ node: 'P0001', result: 4120500 }, { node: 'P0002', result: 912300 }, { node: 'P0003', result: null }] };
export const brokenEvaluation = { diagnostics: [{ severity: 'error', code: 'E-unknown', message: 'There is no property “salry”.', span: { start: 5, end: 10 }, line: 1, column: 6, suggestion: 'salary' }], error: 'x', plan: 'nodes', results: [] };
export const hierarchy = { items: 6521, roots: 2, orphans: 37, cycles: 1, inCycles: 3, duplicateIds: 0, blankIds: 0, depth: 9, largestSpan: 41, examples: { orphans: [{ _id: '1', label: 'Analyst Leeds', parent: 'P9001' }, { _id: '2', label: 'Clerk', parent: 'P9001' }], cycles: [{ _id: '3', label: 'Head of Sales', parent: 'P0099' }] } };
export const typePreview = { from: 'text', to: 'number', total: 6521, convert: 6499, fail: 22, blank: 0, examples: [{ _id: '1', label: 'Analyst Leeds', value: '45k' }, { _id: '2', label: 'Clerk', value: 'n/a' }] };
export const users = [
  { email: 'admin@example.com', role: 'admin', groups: [], enabled: true, tokenAccess: true, subnets: [] }, { email: 'ana.petrov@example.com', role: 'admin', groups: ['hr'], enabled: true, tokenAccess: true, subnets: [] },
  { email: 'bob.hughes@example.com', role: 'user', groups: ['finance', 'leeds'], enabled: true, tokenAccess: false, subnets: ['10.20.0.0/16'], expires: at(40 * day) }, { email: 'caz.kim@example.com', role: 'user', groups: ['readonly'], enabled: false, tokenAccess: false, subnets: [] },
  { email: 'maria@example.com', role: 'user', groups: ['hr', 'finance'], enabled: true, tokenAccess: true, subnets: [], expires: at(-day) },
];
export const rights = { owner: 'ana.petrov@example.com', grants: [{ group: 'hr', level: 'update' }, { group: 'user', level: 'read' }], properties: [{ key: 'salary', default: 'hidden', groups: { hr: 'update' } }], rows: [{ groups: ['leeds'], filter: { location: 'Leeds' }, level: 'update' }] };
export const access = { user: 'bob.hughes@example.com', level: 'read', why: { kind: 'grant', grants: [{ group: 'user', level: 'read' }] }, groups: ['finance', 'leeds'], hiddenProperties: [{ key: 'salary', rule: 'default' }], readOnlyProperties: [{ key: 'title', rule: 'group', group: 'finance' }], rows: { total: 6521, visible: 812, rules: [{ groups: ['leeds'], filter: { location: 'Leeds' }, level: 'update', rows: 812 }] } };
const job = (jobId, state, more = {}) => ({ jobId, kind: 'items.import', state, datasetId: ids.positions, createdAt: at(-9), createdBy: 'ana.petrov@example.com', startedAt: at(-9), progress: { rowsRead: 6521, rowsResolved: 6521, percent: 100 }, traceId: 'Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2', ...more });
export const jobs = [
  job(ids.job, 'running', { createdAt: at(-1), startedAt: at(-1), progress: { rowsRead: 41200, rowsResolved: 40000, percent: 42 } }), job('B', 'completed', { endedAt: at(-8) }), job('C', 'completed', { kind: 'dataset.export', endedAt: at(-8.9), createdBy: 'maria@example.com' }),
  job('D', 'failed', { endedAt: at(-8.5), errors: 22, dryRun: true }), job('E', 'cancelled', { endedAt: at(-8.7) }),
];
export const jobDetail = { ...jobs[3], causes: [{ code: '400910', name: 'ValueInvalid', count: 22, message: 'The value does not fit the type number.' }] };
export const webhooks = [{ webhookId: ids.hook, url: 'https://hooks.example.com/espalier', events: ['DatasetItems', 'JobEnd'], active: true, status: 'active', createdAt: at(-20 * day), createdBy: 'ana.petrov@example.com', modifiedAt: at(-20 * day) }];
export const deliveries = [
  { deliveryId: 'M3', eventType: 'DatasetItems', status: 'pending', tries: 2, createdAt: at(-8), body: { eventType: 'DatasetItems' }, triedAt: at(-7), dueAt: at(2), answer: 503 },
  { deliveryId: 'M2', eventType: 'JobEnd', status: 'delivered', tries: 1, createdAt: at(-60), body: { eventType: 'JobEnd' }, triedAt: at(-60), answer: 204 },
];
export const audit = { total: 5, offset: 0, items: [
  { at: at(-5), kind: 'tokenCreate', person: 'ana.petrov@example.com', address: '203.0.113.7', channel: 'app', target: 'Workday nightly' }, { at: at(-90), kind: 'signIn', person: 'ana.petrov@example.com', address: '203.0.113.7', channel: 'app' },
  { at: at(-92), kind: 'signInFailed', person: 'ana.petrov@example.com', address: '203.0.113.7', channel: 'app' }, { at: at(-2 * day), kind: 'datasetDelete', person: 'ana.petrov@example.com', address: '203.0.113.7', channel: 'app', target: 'Test import' },
  { at: at(-3 * day), kind: 'rightsChange', person: 'maria@example.com', address: '198.51.100.20', channel: 'api', datasetId: ids.positions },
] };
export const plan = { limits: { requestsPerSecond: 100, concurrency: 50, requestsPerDay: 500000 }, days: Array.from({ length: 30 }, (_, i) => ({ day: new Date(now - (29 - i) * 86_400_000).toISOString().slice(0, 10), requests: Math.round(9000 + 7000 * Math.sin(i / 2.2) + (i % 7 > 4 ? -5000 : 2000)), throttled: i === 20 ? 800 : 0, overQuota: 0 })) };
export const views = [
  { viewId: 'A1B2C3D4-0000-4000-8000-000000000001', datasetId: ids.positions, name: 'Leeds', filter: { location: { $in: ['Leeds', 'York'] }, salary: { $lt: 90000 } }, properties: ['positionID', 'title', 'managerPositionID', 'department', 'location', 'startDate'], ghosts: ['title'], grants: [{ group: 'leeds', level: 'read' }], createdAt: at(-20 * day), createdBy: 'ana.petrov@example.com', modifiedAt: at(-2 * day), modifiedBy: 'ana.petrov@example.com' },
  { viewId: 'A1B2C3D4-0000-4000-8000-000000000002', datasetId: ids.positions, name: 'Without pay', properties: ['positionID', 'title', 'managerPositionID', 'department', 'location', 'startDate', 'isVacant'], grants: [{ group: 'user', level: 'read' }, { group: 'finance', level: 'read' }], createdAt: at(-20 * day), createdBy: 'maria@example.com', modifiedAt: at(-9 * day), modifiedBy: 'maria@example.com' },
];
export const viewPreview = { items: 6521, shown: 812, ghosts: 37 };
const draft = (draftId, name, more) => ({ draftId, datasetId: ids.positions, name, tags: [], createdAt: at(-9 * day), createdBy: 'ana.petrov@example.com', modifiedAt: at(-30), changedItems: 27, _links: {}, ...more });
export const drafts = [
  draft('36A1E02D-DC20-61C5-A11F-DD85440C652C', 'Finance 27', { description: 'Next year, with the new shared service centre', tags: ['budget'] }),
  draft('36A1E02D-DC20-61C5-A11F-DD85440C652D', 'Leeds closes', { createdBy: 'maria@example.com', changedItems: 1204, modifiedAt: at(-4 * day) }), draft('36A1E02D-DC20-61C5-A11F-DD85440C652E', 'Empty plan', { changedItems: 0, modifiedAt: at(-40 * day) }),
];
export const calculations = { properties: [{ key: 'teamCost', plan: 'columns', reads: [], isCircular: false, diagnostics: [], errorCount: 0, errors: [] }] };

// A small stand-in for the server, for the walk through the pages only. What is asked for in the cookie `mock` is answered: full, empty, reader, out, setup, broken.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import * as data from './data.mjs';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };
const policy = nonce => `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
const paged = items => ({ total: items.length, offset: 0, items });

function routes(mode) {
  const empty = mode === 'empty';
  const list = full => (empty ? [] : full);
  return [
    ['GET', /^\/setup$/, () => (mode === 'setup' ? data.setupNeeded : data.setup)],
    ['GET', /^\/session$/, () => (mode === 'reader' ? data.session(['api'], 'user') : data.session())],
    ['POST', /^\/session$/, () => data.session()], ['POST', /^\/setup$/, () => data.session()],
    ['GET', /^\/sessions$/, () => data.sessions], ['GET', /^\/me\/preferences$/, () => ({})], ['PUT', /^\/me\/preferences$/, (_, body) => JSON.parse(body)],
    ['POST', /^\/invitations\/look$/, () => ({ kind: 'invitation', email: 'bob.hughes@example.com', tenant: { id: 'DEMO', name: 'Demonstration' }, needsTotp: false, expires: '2026-11-28T12:00:00.000Z' })],
    ['GET', /^\/tokens$/, () => (mode === 'reader' ? data.noAccess : empty ? data.noTokens : data.tokens)], ['POST', /^\/tokens/, () => data.made], ['GET', /^\/tokens\/\w+\/usage$/, () => data.usage],
    ['GET', /^\/tenants$/, () => (empty ? { mayCreate: true, tenants: [] } : data.tenants)],
    ['GET', /^\/\w+\/usage$/, () => data.plan], ['GET', /^\/\w+\/jobs$/, query => paged(list(data.jobs).filter(job => !query.get('state') || query.getAll('state').includes(job.state)))], ['GET', /^\/\w+\/jobs\/.+$/, () => data.jobDetail],
    ['GET', /^\/\w+\/datasets$/, query => list(data.datasets[query.get('state') ?? 'active'])], ['GET', /\/transactions$/, () => list(data.transactions)], ['GET', /\/calculations$/, () => data.calculations],
    ['POST', /\/hierarchyPreview$/, () => data.hierarchy], ['POST', /\/typePreview$/, () => data.typePreview], ['POST', /\/evaluate$/, (_, body) => (body.includes('salry') ? data.brokenEvaluation : data.evaluation)],
    ['POST', /\/users$/, (_, body) => ({ created: JSON.parse(body).users.length, changed: 0, results: [] })],
    ['PUT', /\/properties\/order$/, (_, body) => JSON.parse(body)], ['GET', /\/access$/, () => data.access], ['GET', /\/rights$/, () => data.rights], ['GET', /\/users$/, () => data.users], ['PUT', /\/users\/.+$/, (_, body) => JSON.parse(body)],
    ['POST', /\/users\/.+\/invitation$/, () => ({ url: `https://data.example.com/invite#code=${'a1B2'.repeat(10)}xyz`, kind: 'invitation', expires: '2026-11-28T12:00:00.000Z' })],
    ['GET', /\/views$/, () => list(data.views)], ['POST', /\/views\/preview$/, () => data.viewPreview], ['POST', /\/views$/, (_, body) => ({ ...data.views[0], ...JSON.parse(body) })], ['GET', /\/drafts$/, () => list(data.drafts)], ['PUT', /\/rights$/, (_, body) => JSON.parse(body)],
    ['GET', /\/webhooks$/, () => list(data.webhooks)], ['GET', /\/deliveries$/, () => list(data.deliveries)], ['GET', /\/audit$/, () => (empty ? paged([]) : data.audit)],
  ];
}

/** @param {string} root the folder with the built app */
export function startMock(root, port = 0) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const mode = /mock=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'full';
    const body = Buffer.concat(await request.toArray()).toString();
    const send = (status, value) => {
      response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-trace-id': 'Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2' });
      response.end(value === undefined ? '' : JSON.stringify(value));
    };
    const refuse = (code, name, message, more) => send(Number(code.slice(0, 3)), { errors: [{ code, name, message, ...more }] });
    if (url.pathname.startsWith('/api/')) {
      const isOwn = url.pathname.startsWith('/api/espalier/v1');
      const path = url.pathname.replace(/^\/api\/(espalier\/)?v1/, '');
      if (path.endsWith('/events')) {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(`retry: 2000\n\nevent: hello\ndata: {"at":"${new Date(data.now).toISOString()}"}\n\n`);
        return;
      }
      if ((mode === 'out' || mode === 'setup') && path === '/session' && request.method === 'GET') return refuse('40101', 'Unauthorized', 'There is no token.');
      if (mode === 'broken' && /\/(datasets|users|tokens|tenants)$/.test(path) && isOwn) return refuse('50000', 'InternalError', 'The database did not answer in time.');
      if (request.method === 'DELETE' || /\/(archive|restore|unarchive|totp)/.test(path)) return send(204);
      if (!isOwn && /\/datasets\/[^/]+$/.test(path)) return send(200, data.one);
      const route = routes(mode).find(([method, pattern]) => method === request.method && pattern.test(path));
      return route ? send(200, route[2](url.searchParams, body)) : refuse('40490', 'NotFound', `The mock does not know ${request.method} ${path}.`);
    }
    const file = join(root, normalize(url.pathname));
    const found = extname(file) && existsSync(file) ? file : join(root, 'index.html');
    const nonce = randomBytes(12).toString('base64');
    const bytes = readFileSync(found);
    response.writeHead(200, { 'content-type': types[extname(found)] ?? 'application/octet-stream', 'content-security-policy': policy(nonce), 'cache-control': url.pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache' });
    response.end(found.endsWith('.html') ? bytes.toString().replaceAll('__CSP_NONCE__', nonce) : bytes);
  });
  return new Promise(resolve => server.listen(port, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${server.address().port}`, close: () => server.closeAllConnections?.() ?? server.close() })));
}

// A server of its own, people to fill it, and what benchmarks ask of it. Used by flows.mjs and modelling.mjs.
import { spawn, spawnSync, execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { cpus } from 'node:os';
import http from 'node:http';
import { join } from 'node:path';

export const arg = name => process.argv[process.argv.indexOf('--' + name) + 1];
export const ROWS = +arg('rows'), RUNS = +arg('runs'), DATA = arg('data'), WORK = arg('work'), SHARED = arg('shared');
export const BASE = 'http://127.0.0.1:5191', PEOPLE = `${BASE}/api/v1/BENCH/datasets`;
export const COLUMNS = 'employeeID,managerID,fullName,positionTitle,grade,salary,fte,dob,startDate,location,department,gender,costCentre,email,performance,bonus,isManager,currency,notes,country,tenure'.split(',');
const SERVER = arg('server'), NUMBERS = ['salary', 'fte', 'bonus', 'tenure'], DATES = ['dob', 'startDate'], FLAGS = ['isManager'];
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

export const figures = new Map();
export const note = (name, value) => { if (!figures.has(name)) figures.set(name, []); figures.get(name).push(value); };
export const median = list => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)];
export const seconds = async work => { const a = performance.now(); await work(); return (performance.now() - a) / 1000; };
export const sleep = ms => new Promise(done => setTimeout(done, ms));
export const show = (v, digits = 2) => v === undefined || Number.isNaN(v) ? '–' : v.toFixed(digits);
export const machine = () => `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${cpus()[0].model.trim()}`;

let token;

/** One request; the body, when it is a file, is streamed. Answers the status, the bytes' count and, if wanted, the text. */
export function call(method, url, { body, file, type = 'application/json; charset=UTF-8', keep = true } = {}) {
  return new Promise((done, failed) => {
    const headers = url.startsWith(BASE + '/api/v1') || url.startsWith(BASE + '/api/espalier') ? { authorization: `Bearer ${token}` } : {};
    if (body || file) headers['content-type'] = type;
    if (body) headers['content-length'] = Buffer.byteLength(body);
    if (file) headers['content-length'] = statSync(file).size;
    const request = http.request(url, { method, headers, agent }, answer => {
      const parts = []; let bytes = 0;
      answer.on('data', d => { bytes += d.length; if (keep) parts.push(d); });
      answer.on('end', () => {
        const text = keep ? Buffer.concat(parts).toString() : '';
        if (answer.statusCode >= 300) failed(new Error(`${method} ${url}: ${answer.statusCode} ${text.slice(0, 500)}`));
        else done({ status: answer.statusCode, bytes, text });
      });
    });
    request.on('error', failed);
    if (file) createReadStream(file, { highWaterMark: 1 << 20 }).pipe(request); else request.end(body);
  });
}
export const json = async (...args) => JSON.parse((await call(...args)).text);

/** The same file with an _action column before the others; quoted line breaks stay within their row. */
export async function withActions(name) {
  const from = join(DATA, name + '.csv'), to = join(DATA, name + '-actions.csv');
  if (existsSync(to)) return to;
  const out = createWriteStream(to); let quoted = false, first = true;
  for await (const line of createInterface({ input: createReadStream(from), crlfDelay: 0 })) {
    if (!quoted) { out.write(first ? '_action,' : 'createOrUpdate,'); first = false; }
    if ((line.split('"').length - 1) % 2) quoted = !quoted;
    if (!out.write(line + '\n')) await new Promise(r => out.once('drain', r));
  }
  await new Promise(r => out.end(r));
  return to;
}

let server;
const folder = join(WORK, 'server-data');
const run = (...args) => execFileSync('dotnet', [SERVER, ...args, '--data', folder], { encoding: 'utf8' }).trim();

/** A new data folder with the tenants BENCH and SMALL, and the server on it. */
export async function fresh() {
  rmSync(folder, { recursive: true, force: true });
  run('tenant', 'create', 'BENCH'); run('tenant', 'create', 'SMALL');
  for (const tenant of ['BENCH', 'SMALL']) run('user', 'add', 'bench@example.com', '--tenant', tenant, '--role', 'admin', '--token-access');
  token = run('token', 'create', '--user', 'bench@example.com');
  await start();
}
/** With what `./dev publish` made, when it is there and asked for. */
export const PUBLISHED = join(arg('results'), '../../artifacts/publish/Espalier.Server');
export async function start(published = false) {
  server = spawn(published ? PUBLISHED : 'dotnet', [...(published ? [] : [SERVER]), 'serve', '--data', folder, '--urls', BASE, '--Quotas:RequestsPerSecond=0', '--Quotas:Concurrency=0', '--Quotas:RequestsPerDay=0'], { stdio: 'ignore' });
  for (;;) try { await call('GET', BASE + '/health'); return; } catch { await sleep(10); }
}
export async function stop(signal = 'SIGTERM') { const gone = new Promise(r => server.once('exit', r)); server.kill(signal); await gone; }
export function memory(field) { return +/\d+/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8').split('\n').find(l => l.startsWith(field)))[0] / 1024; }

/** An empty dataset of the people's columns and further properties. */
export async function dataset(tenant, name, further = []) {
  const properties = COLUMNS.map(key => ({ key, type: NUMBERS.includes(key) ? 'number' : DATES.includes(key) ? 'date' : FLAGS.includes(key) ? 'boolean' : 'text' }));
  const body = JSON.stringify({ name, type: 'PEOPLE', autoId: 'employeeID', labelId: 'fullName', treeId: 'employeeID', treeParentId: 'managerID', properties: [...properties, ...further] });
  return (await json('POST', `${BASE}/api/v1/${tenant}/datasets`, { body })).datasetId;
}
/** Waits for a job; gives its last ticket. */
export async function ended(ticket, during) {
  while (ticket.jobStatus === 'created' || ticket.jobStatus === 'running') {
    await sleep(15); during?.();
    ticket = await json('GET', ticket._links.self.url);
  }
  if (ticket.jobStatus !== 'completed') throw new Error(JSON.stringify(ticket).slice(0, 2000));
  return ticket;
}
/** The whole asynchronous import: temporary file, upload, import, polls. Seconds from the first request to the completed ticket. */
export async function importFile(tenant, target, file, format, query = '') {
  let peak = 0, result;
  const took = await seconds(async () => {
    const urls = await json('POST', `${BASE}/api/v1/${tenant}/files/generate`, { body: JSON.stringify({ targetType: format, targetEncoding: 'identity' }) });
    await call('PUT', urls.put, { file, type: format === 'csv' ? 'text/csv; charset=UTF-8' : undefined });
    const ticket = await json('PUT', `${BASE}/api/v1/${tenant}/${target}/items/import${query}`, { body: JSON.stringify({ importLocation: { method: 'GET', url: urls.get } }) });
    result = (await ended(ticket, () => peak = Math.max(peak, memory('VmRSS'))))._links.result.url;
  });
  return { took, peak, result };
}
/** Runs a peer's script, which prints lines of its figures in microseconds. */
export function peer(name, command, args, options) {
  const out = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (out.status !== 0) { console.error(`${name} could not be measured: ${(out.stderr || '').slice(0, 300)}`); return; }
  for (const line of out.stdout.split('\n')) {
    const m = /^\w+,\d+,(\w+),(\d+)us$/.exec(line);
    if (m) note(`${name} ${m[1]}`, m[2] / 1e6);
  }
}

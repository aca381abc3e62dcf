// Whole flows over HTTP on a running server, durable, beside DuckDB and PostgreSQL in turn. Called by run.sh.
import { spawn, spawnSync, execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { cpus } from 'node:os';
import http from 'node:http';
import { join } from 'node:path';

const arg = name => process.argv[process.argv.indexOf('--' + name) + 1];
const ROWS = +arg('rows'), RUNS = +arg('runs'), DATA = arg('data'), WORK = arg('work'), SHARED = arg('shared'), SERVER = arg('server');
const JSON_ROWS = Math.floor(ROWS * 0.46), PORT = 5191, BASE = `http://127.0.0.1:${PORT}`;
const NUMBERS = ['salary', 'fte', 'bonus', 'tenure'], DATES = ['dob', 'startDate'], FLAGS = ['isManager'];
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const figures = new Map();
const note = (name, value) => { if (!figures.has(name)) figures.set(name, []); figures.get(name).push(value); };
const median = list => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)];
const seconds = async work => { const a = performance.now(); await work(); return (performance.now() - a) / 1000; };
const sleep = ms => new Promise(done => setTimeout(done, ms));

/** One request; the body, when it is a file, is streamed. Answers the status, the bytes' count and, if wanted, the text. */
function call(method, url, { token, body, file, type = 'application/json; charset=UTF-8', keep = true } = {}) {
  return new Promise((done, failed) => {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
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
const json = async (...args) => JSON.parse((await call(...args)).text);

/** The same file with an _action column before the others; quoted line breaks stay within their row. */
async function withActions(name) {
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
function jsonActions(rows) {
  const to = join(DATA, `hr-${rows}-actions.json`);
  if (!existsSync(to)) writeFileSync(to, readFileSync(join(DATA, `hr-${rows}.json`), 'utf8').replaceAll('{"employeeID"', '{"_action":"create","employeeID"'));
  return to;
}

let server, token;
const folder = join(WORK, 'server-data');
const run = (...args) => execFileSync('dotnet', [SERVER, ...args, '--data', folder], { encoding: 'utf8' }).trim();
async function start() {
  server = spawn('dotnet', [SERVER, 'serve', '--data', folder, '--urls', BASE, '--Quotas:RequestsPerSecond=0', '--Quotas:Concurrency=0', '--Quotas:RequestsPerDay=0'], { stdio: 'ignore' });
  for (;;) try { await call('GET', BASE + '/health'); return; } catch { await sleep(10); }
}
async function stop(signal = 'SIGTERM') { const gone = new Promise(r => server.once('exit', r)); server.kill(signal); await gone; }
function memory(field) { return +/\d+/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8').split('\n').find(l => l.startsWith(field)))[0] / 1024; }

async function dataset(tenant, name) {
  const columns = readFileSync(join(DATA, `hr-${ROWS}.csv`), { encoding: 'utf8', flag: 'r' }).slice(0, 1000).split('\n')[0].split(',');
  const properties = columns.map(key => ({ key, type: NUMBERS.includes(key) ? 'number' : DATES.includes(key) ? 'date' : FLAGS.includes(key) ? 'boolean' : 'text' }));
  const body = JSON.stringify({ name, type: 'PEOPLE', autoId: 'employeeID', labelId: 'fullName', treeId: 'employeeID', treeParentId: 'managerID', properties });
  return (await json('POST', `${BASE}/api/v1/${tenant}/datasets`, { token, body })).datasetId;
}
/** The whole asynchronous import: temporary file, upload, import, polls. Seconds from the first request to the completed ticket. */
async function importFile(tenant, id, file, format, query = '', during) {
  let peak = 0, result;
  const took = await seconds(async () => {
    const urls = await json('POST', `${BASE}/api/v1/${tenant}/files/generate`, { token, body: JSON.stringify({ targetType: format, targetEncoding: 'identity' }) });
    await call('PUT', urls.put, { file, type: format === 'csv' ? 'text/csv; charset=UTF-8' : undefined });
    let ticket = await json('PUT', `${BASE}/api/v1/${tenant}/datasets/${id}/items/import?autoId=true${query}`, { token, body: JSON.stringify({ importLocation: { method: 'GET', url: urls.get } }) });
    while (ticket.jobStatus === 'created' || ticket.jobStatus === 'running') {
      await sleep(15); peak = Math.max(peak, memory('VmRSS')); during?.();
      ticket = await json('GET', ticket._links.self.url);
    }
    if (ticket.jobStatus !== 'completed') throw new Error(JSON.stringify(ticket).slice(0, 2000));
    result = ticket._links.result.url;
  });
  return { took, peak, result };
}
/** Small requests of another tenant, one after the other, until told to stop: their times in milliseconds. */
function neighbour() {
  const times = []; let stopped = false;
  const loop = (async () => { while (!stopped) { times.push(1000 * await seconds(() => call('GET', `${BASE}/api/v1/SMALL/datasets`, { token }))); await sleep(5); } })();
  return async () => { stopped = true; await loop; return times; };
}
const FILTER = JSON.stringify({ filter: { department: { $in: ['Finance', 'Sales', 'IT'] }, salary: { $gte: 45000 }, performance: { $in: ['Meets', 'Exceeds'] }, isManager: false } });

async function ours(first, refresh, bulk, tenth) {
  rmSync(folder, { recursive: true, force: true });
  run('tenant', 'create', 'BENCH'); run('tenant', 'create', 'SMALL');
  for (const tenant of ['BENCH', 'SMALL']) run('user', 'add', 'bench@example.com', '--tenant', tenant, '--role', 'admin', '--token-access');
  token = run('token', 'create', '--user', 'bench@example.com');
  await start();
  const P = `${BASE}/api/v1/BENCH/datasets`;
  const small = await dataset('BENCH', 'tenth');
  // A server that has run for a while has compiled its code; the cold start is measured further down.
  await importFile('BENCH', await dataset('BENCH', 'warm'), tenth, 'csv');
  note('first import, a tenth of the rows', (await importFile('BENCH', small, tenth, 'csv')).took);
  for (let i = 0; i < 3; i++) await call('GET', `${P}/${small}/export/csv`, { token, keep: false });
  for (let i = 0; i < 20; i++) await call('GET', `${BASE}/api/v1/SMALL/datasets`, { token });
  const id = await dataset('BENCH', 'people');
  let quiet = neighbour();
  const load = await importFile('BENCH', id, first, 'csv');
  let waits = await quiet();
  note('first import', load.took); note('import peak MB', load.peak);
  await sleep(1500);
  note('resident MB', memory('VmRSS'));
  quiet = neighbour();
  const next = await importFile('BENCH', id, refresh, 'csv', '&implicitDelete=true');
  waits = waits.concat(await quiet());
  note('refresh', next.took); note('refresh peak MB', next.peak);
  waits.sort((a, b) => a - b);
  note('neighbour p99 ms', waits[Math.floor(waits.length * 0.99)]); note('neighbour max ms', waits.at(-1));
  note('result file MB', (await call('GET', next.result, { keep: false })).bytes / 1e6);
  for (let i = 0; i < 2; i++) await call('POST', `${P}/${id}/items`, { token, body: FILTER, keep: false });
  note('filter', await seconds(() => call('POST', `${P}/${id}/items`, { token, body: FILTER, keep: false })));
  let bytes;
  note('export CSV', await seconds(async () => { bytes = (await call('GET', `${P}/${id}/export/csv`, { token, keep: false })).bytes; }));
  note('export MB', bytes / 1e6);
  const updates = [];
  for (let i = 0; i < 1200; i++) {
    const body = JSON.stringify([{ _action: 'update', employeeID: 'E' + String(1 + i * 397 % (ROWS / 2)).padStart(7, '0'), salary: 50000 + i }]);
    updates.push(1000 * await seconds(() => call('PUT', `${P}/${id}/items?autoId=true`, { token, body })));
  }
  const settled = updates.slice(200).sort((a, b) => a - b);
  note('one-row update p50 ms', settled[500]); note('one-row update p99 ms', settled[990]);
  await sleep(1000);
  note('resident MB, end', memory('VmRSS'));
  await stop();
  const one = JSON.stringify({ filter: { employeeID: 'E0000005' } });
  note('cold start to first answer', await seconds(async () => { await start(); await call('POST', `${P}/${id}/items`, { token, body: one }); }));
  const people = await dataset('BENCH', 'json');
  note('JSON import', (await importFile('BENCH', people, bulk, 'json')).took);
  await stop();
}

function peer(name, command, args, options) {
  const out = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (out.status !== 0) { console.error(`${name} could not be measured: ${(out.stderr || '').slice(0, 300)}`); return; }
  for (const line of out.stdout.split('\n')) {
    const m = /^\w+,\d+,(\w+),(\d+)us$/.exec(line);
    if (m) note(`${name} ${m[1]}`, m[2] / 1e6);
  }
}

const first = await withActions(`hr-${ROWS}`), refresh = await withActions(`hr-${ROWS}-v2`), tenth = await withActions(`hr-${ROWS / 10}`), bulk = jsonActions(JSON_ROWS);
for (let i = 0; i < RUNS; i++) {
  await ours(first, refresh, bulk, tenth);
  peer('DuckDB', 'node', [join(SHARED, 'peer-duckdb.mjs'), ROWS, 1, DATA, join(WORK, 'p.duckdb'), 0], { cwd: join(WORK, 'peers') });
  if (process.env.PGHOST) peer('PostgreSQL', 'bash', [join(SHARED, 'peer-postgres.sh'), ROWS, 1, DATA]);
  console.error(`run ${i + 1} of ${RUNS} done`);
}

const of = name => figures.has(name) ? median(figures.get(name)) : NaN;
const show = (v, digits = 2) => Number.isNaN(v) ? '–' : v.toFixed(digits);
const ratio = (peerName, name) => { const [a, b] = [figures.get(peerName), figures.get(name)]; return a && b ? show(median(a.map((v, i) => v / b[i])), 1) + '×' : '–'; };
const table = [
  `# Flows over HTTP, ${ROWS.toLocaleString('en')} rows × 21`, '',
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${cpus()[0].model.trim()}; medians of ${RUNS} runs, peers in turn in the same run; a ratio is the median of the runs' own ratios.`, '',
  '| flow | Espalier | DuckDB | PostgreSQL | DuckDB / Espalier |', '|---|---|---|---|---|',
  ...[['first import', 'load'], ['refresh', 'refresh'], ['filter', 'filter'], ['export CSV', 'export']].map(([name, theirs]) =>
    `| ${name} | ${show(of(name))} s | ${show(of('DuckDB ' + theirs))} s | ${show(of('PostgreSQL ' + theirs))} s | ${ratio('DuckDB ' + theirs, name)} |`),
  '', '| figure | median | all |', '|---|---|---|',
  ...[...figures].filter(([name]) => !/^(DuckDB|PostgreSQL)/.test(name)).map(([name, all]) => `| ${name} | ${show(median(all), name.includes('MB') ? 0 : 2)} | ${all.map(v => show(v, name.includes('MB') ? 0 : 2)).join(', ')} |`),
  '', 'The server has imported and exported a tenth of the rows twice before, as one that has run for a day; the cold start is that of a new process.',
  'The CSV export has all generated columns besides the 21 stored ones, which the peers\' exports do not.', '',
].join('\n');
mkdirSync(arg('results'), { recursive: true });
writeFileSync(join(arg('results'), `flows-${ROWS}.md`), table);
console.log(table);

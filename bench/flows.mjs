// Whole flows over HTTP on a running server, durable, beside DuckDB and PostgreSQL in turn. Called by run.sh.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASE, DATA, PEOPLE, PUBLISHED, ROWS, RUNS, SHARED, WORK, arg, call, dataset, figures, fresh, importFile, machine, median, memory, note, peer, seconds, show, sleep, start, stop, withActions } from './client.mjs';

const JSON_ROWS = Math.floor(ROWS * 0.46);

function jsonActions(rows) {
  const to = join(DATA, `hr-${rows}-actions.json`);
  if (!existsSync(to)) writeFileSync(to, readFileSync(join(DATA, `hr-${rows}.json`), 'utf8').replaceAll('{"employeeID"', '{"_action":"create","employeeID"'));
  return to;
}

/** Small requests of another tenant, one after the other, until told to stop: their times in milliseconds. */
function neighbour() {
  const times = []; let stopped = false;
  const loop = (async () => { while (!stopped) { times.push(1000 * await seconds(() => call('GET', `${BASE}/api/v1/SMALL/datasets`))); await sleep(5); } })();
  return async () => { stopped = true; await loop; return times; };
}
const FILTER = JSON.stringify({ filter: { department: { $in: ['Finance', 'Sales', 'IT'] }, salary: { $gte: 45000 }, performance: { $in: ['Meets', 'Exceeds'] }, isManager: false } });

async function ours(first, refresh, bulk, tenth) {
  await fresh();
  const small = await dataset('BENCH', 'tenth');
  // A server that has run for a while has compiled its code; the cold start is measured further down.
  await importFile('BENCH', `datasets/${await dataset('BENCH', 'warm')}`, tenth, 'csv', '?autoId=true');
  note('first import, a tenth of the rows', (await importFile('BENCH', `datasets/${small}`, tenth, 'csv', '?autoId=true')).took);
  for (let i = 0; i < 3; i++) await call('GET', `${PEOPLE}/${small}/export/csv`, { keep: false });
  for (let i = 0; i < 20; i++) await call('GET', `${BASE}/api/v1/SMALL/datasets`);
  const id = await dataset('BENCH', 'people');
  let quiet = neighbour();
  const load = await importFile('BENCH', `datasets/${id}`, first, 'csv', '?autoId=true');
  let waits = await quiet();
  note('first import', load.took); note('import peak MB', load.peak);
  await sleep(1500);
  note('resident MB', memory('VmRSS'));
  quiet = neighbour();
  const next = await importFile('BENCH', `datasets/${id}`, refresh, 'csv', '?autoId=true&implicitDelete=true');
  waits = waits.concat(await quiet());
  note('refresh', next.took); note('refresh peak MB', next.peak);
  waits.sort((a, b) => a - b);
  note('neighbour p99 ms', waits[Math.floor(waits.length * 0.99)]); note('neighbour max ms', waits.at(-1));
  note('result file MB', (await call('GET', next.result, { keep: false })).bytes / 1e6);
  for (let i = 0; i < 2; i++) await call('POST', `${PEOPLE}/${id}/items`, { body: FILTER, keep: false });
  note('filter', await seconds(() => call('POST', `${PEOPLE}/${id}/items`, { body: FILTER, keep: false })));
  let bytes;
  note('export CSV', await seconds(async () => { bytes = (await call('GET', `${PEOPLE}/${id}/export/csv`, { keep: false })).bytes; }));
  note('export MB', bytes / 1e6);
  const updates = [];
  for (let i = 0; i < 1200; i++) {
    const body = JSON.stringify([{ _action: 'update', employeeID: 'E' + String(1 + i * 397 % (ROWS / 2)).padStart(7, '0'), salary: 50000 + i }]);
    updates.push(1000 * await seconds(() => call('PUT', `${PEOPLE}/${id}/items?autoId=true`, { body })));
  }
  const settled = updates.slice(200).sort((a, b) => a - b);
  note('one-row update p50 ms', settled[500]); note('one-row update p99 ms', settled[990]);
  await sleep(1000);
  note('resident MB, end', memory('VmRSS'));
  await stop();
  const one = JSON.stringify({ filter: { employeeID: 'E0000005' } });
  note('cold start to first answer', await seconds(async () => { await start(); await call('POST', `${PEOPLE}/${id}/items`, { body: one }); }));
  if (existsSync(PUBLISHED)) {
    await stop();
    note('cold start to first answer, published', await seconds(async () => { await start(true); await call('POST', `${PEOPLE}/${id}/items`, { body: one }); }));
  }
  const people = await dataset('BENCH', 'json');
  note('JSON import', (await importFile('BENCH', `datasets/${people}`, bulk, 'json', '?autoId=true')).took);
  await stop();
}

const first = await withActions(`hr-${ROWS}`), refresh = await withActions(`hr-${ROWS}-v2`), tenth = await withActions(`hr-${ROWS / 10}`), bulk = jsonActions(JSON_ROWS);
for (let i = 0; i < RUNS; i++) {
  await ours(first, refresh, bulk, tenth);
  peer('DuckDB', 'node', [join(SHARED, 'peer-duckdb.mjs'), ROWS, 1, DATA, join(WORK, 'p.duckdb'), 0], { cwd: join(WORK, 'peers') });
  if (process.env.PGHOST) peer('PostgreSQL', 'bash', [join(SHARED, 'peer-postgres.sh'), ROWS, 1, DATA]);
  console.error(`run ${i + 1} of ${RUNS} done`);
}

const of = name => figures.has(name) ? median(figures.get(name)) : NaN;
const ratio = (peerName, name) => { const [a, b] = [figures.get(peerName), figures.get(name)]; return a && b ? show(median(a.map((v, i) => v / b[i])), 1) + '×' : '–'; };
const table = [
  `# Flows over HTTP, ${ROWS.toLocaleString('en')} rows × 21`, '',
  `${machine()}; medians of ${RUNS} runs, peers in turn in the same run; a ratio is the median of the runs' own ratios.`, '',
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

// Calculated exports, links and drafts over HTTP on a running server, with a million rows; the roll-up beside DuckDB. Called by run.sh.
import { createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASE, DATA, PEOPLE, ROWS, RUNS, SHARED, WORK, arg, call, dataset, ended, figures, fresh, importFile, json, machine, median, note, peer, seconds, show, stop, withActions } from './client.mjs';

const STORED = ['salary', 'fte', 'bonus', 'tenure', 'dob', 'startDate', 'isManager', 'department', 'grade', 'performance'];
const EXPRESSIONS = [
  'node.rollUp("sum", "salary")', 'node.d.filter(n => n.gender == "Female").count / node.d.count', 'node.d(1,2).salary.avg', 'node.c.bonus.max', 'node.s.salary.avg',
  'node.salary * node.fte + (node.performance == "Exceeds" ? node.bonus * 1.1 : node.bonus)', 'node.dob.age().floor', 'node.rollUp("max", n => n.salary / n.fte)', 'node.d.count', 'node.tenure * 12',
];
const calculated = EXPRESSIONS.map((expression, at) => ({ key: `c${at}`, type: 'number', expression, expressionMode: 'allNodes' }));
const HOLDERS = ROWS / 10, ACTIONS = 25_000, CHANGES = 10_000;
const employee = number => 'E' + String(number).padStart(7, '0');
const put = (url, body) => call('PUT', url, { body: JSON.stringify(body) });

/** An asynchronous export of the ids and some columns, from the request to the last byte of the file. */
async function exported(id, keys, more = {}) {
  const projection = Object.fromEntries(keys.map((key, at) => [key, at + 1]));
  const body = JSON.stringify({ ...more, query: { output: { projectionMode: 'replace', projection } } });
  return await seconds(async () => {
    const ticket = await ended(await json('POST', `${PEOPLE}/${id}/export/csv`, { body }));
    await call('GET', ticket._links.result.url, { keep: false });
  });
}
/** Each time in another order and after a change of what all expressions read, so that nothing kept can be used again. */
async function exports(id, of, rounds = 5) {
  for (let round = 0; round < rounds + 1; round++)
    for (const [name, keys, more] of round % 2 ? [...of].reverse() : of) {
      await put(`${PEOPLE}/${id}/items?autoId=true`, [{ _action: 'update', employeeID: employee(2 + round), salary: 40_000 + round, bonus: round, fte: 1, tenure: round, gender: round % 2 ? 'Female' : 'Male', dob: `1980-01-0${1 + round}` }]);
      const took = await exported(id, keys, more);
      if (round > 0) note(name, took);
    }
}
async function linksFile() {
  const to = join(DATA, `links-${ROWS}.csv`);
  if (existsSync(to)) return to;
  const out = createWriteStream(to);
  out.write('_action,from_id,to_id,allocation\n');
  for (let i = 1; i <= ROWS; i++)
    if (!out.write(`create,${employee(i)},P${i % HOLDERS},${1 + i % 10}\n`)) await new Promise(r => out.once('drain', r));
  await new Promise(r => out.end(r));
  return to;
}
async function links(people) {
  const body = JSON.stringify({ name: 'posts', type: 'POSITIONS', autoId: 'id', labelId: 'id', properties: [
    { key: 'id', type: 'text' }, { key: 'cost', type: 'number', expression: 'node.links.math("allocation*to.salary").sum', expressionMode: 'allNodes' }, { key: 'size', type: 'number' }] });
  const posts = (await json('POST', PEOPLE, { body })).datasetId;
  for (let at = 0; at < HOLDERS; at += ACTIONS)
    await put(`${PEOPLE}/${posts}/items?autoId=true`, Array.from({ length: Math.min(ACTIONS, HOLDERS - at) }, (_, i) => ({ _action: 'create', id: `P${at + i}`, size: i })));
  const L = `${BASE}/api/v1/BENCH/links`;
  const make = async name => (await json('POST', L, { body: JSON.stringify({ name, fromDatasetId: people, toDatasetId: posts }) })).datasetId;
  for (let round = 0; round < 4; round++) {
    const id = await make(`batch ${round}`);
    const actions = Array.from({ length: ACTIONS }, (_, i) => ({ _action: 'create', from_id: employee(1 + i), to_id: `P${i % HOLDERS}`, allocation: 0.5 }));
    const took = await seconds(() => put(`${L}/${id}/items`, actions));
    if (round > 0) note(`${ACTIONS} link actions`, took);
  }
  const id = await make('who is where');
  note(`import of ${ROWS} links`, (await importFile('BENCH', `links/${id}`, await linksFile(), 'csv')).took);
  const linked = { dataset: { linkingRelationships: [{ datasetId: id }] } };
  note('weighted sums over links, first', await exported(posts, ['id', 'cost'], linked));
  for (let round = 0; round < 12; round++) {
    await put(`${PEOPLE}/${posts}/items?autoId=true`, [{ _action: 'update', id: `P${round}`, size: round }]);
    await put(`${PEOPLE}/${people}/items?autoId=true`, [{ _action: 'update', employeeID: employee(3 + round), salary: 30_000 + round }]);
    const sums = round % 2 === 0;
    const took = await exported(posts, sums ? ['id', 'cost'] : ['id', 'size'], linked);
    if (round > 1) note(sums ? 'weighted sums over links, after changes' : 'the same without the sums', took);
  }
}
async function drafts(people) {
  const E = `${BASE}/api/espalier/v1/BENCH/drafts`;
  for (let round = 0; round < 9; round++) {
    const { draftId } = await json('POST', E, { body: JSON.stringify({ datasetId: people, name: `draft ${round}` }) });
    const changes = Array.from({ length: CHANGES }, (_, i) => ({ _action: 'update', employeeID: employee(1 + i * 37 % ROWS), salary: 20_000 + i }));
    const took = await seconds(() => put(`${E}/${draftId}/items?autoId=true`, changes));
    if (round > 3) note(`${CHANGES} changes put into a draft`, took);
    // The dataset moves on, so that nothing of the draft's view is there yet.
    await put(`${PEOPLE}/${people}/items?autoId=true`, [{ _action: 'update', employeeID: employee(5), bonus: round }]);
    const open = () => seconds(() => call('GET', `${E}/${draftId}/items?limit=100`));
    const [first, again] = [await open(), await open()];
    if (round > 3) { note(`draft of ${CHANGES} changes, first page`, first); note('the same page again', again); }
  }
}

const file = await withActions(`hr-${ROWS}`);
for (let i = 0; i < RUNS; i++) {
  await fresh();
  const people = await dataset('BENCH', 'people', calculated);
  await importFile('BENCH', `datasets/${people}`, file, 'csv', '?autoId=true');
  await exports(people, [['ten stored properties', ['employeeID', ...STORED]], ['ten calculated properties', ['employeeID', ...calculated.map(c => c.key)]]]);
  await exports(people, [['roll-up of every node, exported', ['employeeID', 'c0']], ['the same without the roll-up', ['employeeID', 'salary']]]);
  await links(people);
  await drafts(people);
  await stop();
  peer('DuckDB', 'node', [join(SHARED, 'peer-duckdb.mjs'), ROWS, 1, DATA, join(WORK, 'p.duckdb'), 1], { cwd: join(WORK, 'peers') });
}

const of = name => median(figures.get(name));
const table = [
  `# Calculated exports, links and drafts over HTTP, ${ROWS.toLocaleString('en')} people`, '',
  `${machine()}; medians, each figure in seconds. Exports are jobs: from the request to the last byte of the file.`, '',
  '| figure | median | all |', '|---|--:|---|',
  ...[...figures].filter(([name]) => !/^DuckDB (?!rollup)/.test(name)).map(([name, all]) => `| ${name.replace('DuckDB rollup', 'DuckDB: the roll-up as a recursive query')} | ${show(median(all), 3)} | ${all.map(v => show(v, 3)).join(', ')} |`), '',
  `Ten calculated / ten stored: ${show(of('ten calculated properties') / of('ten stored properties'))}. DuckDB's roll-up / ours, exported: ${show(of('DuckDB rollup') / of('roll-up of every node, exported'), 1)}.`, '',
  'The first runs of each kind are left out: they compile the code. Every export comes after a change of a value that its expressions read. The ten expressions:', '', ...EXPRESSIONS.map(e => `- \`${e}\``), '',
].join('\n');
mkdirSync(arg('results'), { recursive: true });
writeFileSync(join(arg('results'), `modelling-${ROWS}.md`), table);
console.log(table);

/** What ready-made lines are made for. */
export interface Target {
  readonly baseUrl: string;
  readonly tenantId: string;
  readonly datasetId: string;
  readonly token: string;
}

export type Shell = 'curl' | 'powershell' | 'python';
export type Task = 'list' | 'export' | 'import';
export const shells: readonly Shell[] = ['curl', 'powershell', 'python'];
export const tasks: readonly Task[] = ['list', 'export', 'import'];

/** Lines that do the task, to be pasted as they are. The import takes `items.csv` from the folder and prints the job's ticket. */
export function snippet(shell: Shell, task: Task, target: Target): string {
  const base = `${target.baseUrl}/api/v1/${target.tenantId}`;
  const dataset = `${base}/datasets/${target.datasetId || '{datasetId}'}`;
  const places: Places = { list: `${base}/datasets`, export: `${dataset}/export/csv`, files: `${base}/files/generate`, import: `${dataset}/items/import?autoId=true` };
  return { curl, powershell, python }[shell](task, places, target.token);
}

interface Columns { readonly autoId?: string; readonly labelId?: string; readonly treeParentId?: string; readonly properties: readonly { readonly key: string; readonly type?: string; readonly expression?: string }[] }

/** The first two lines of an `items.csv` for a dataset: what to do, and the keys of its properties. */
export function importSample({ autoId, labelId, treeParentId, properties }: Columns): string {
  const calculated = new Set(properties.filter(property => property.expression).map(property => property.key));
  const keys = [...new Set([autoId, labelId, ...properties.map(property => property.key)])].filter(key => key !== undefined && !key.startsWith('_') && key !== treeParentId && !calculated.has(key)).slice(0, 3) as string[];
  const samples: Record<string, string> = { number: '1', date: '2030-01-31', boolean: 'true' };
  return [['_action', ...keys], ['createOrUpdate', ...keys.map(key => samples[properties.find(property => property.key === key)?.type ?? ''] ?? 'A1')]].map(row => row.join(',')).join('\n');
}

type Places = Record<Task | 'files', string>;

/** A call that fails also says why: with curl 7.76 or later. */
const call = 'curl -sS --fail-with-body';

function curl(task: Task, to: Places, token: string): string {
  const auth = `-H 'Authorization: Bearer ${token}'`;
  const json = `${auth} -H 'Content-Type: application/json'`;
  switch (task) {
    case 'list': return `${call} ${auth} '${to.list}'`;
    case 'export': return `${call} ${auth} -o export.csv '${to.export}' || { head -c 2000 export.csv; false; }`;
    case 'import': return [
      'field() { sed -n "s/.*\\"$1\\":\\"\\([^\\"]*\\)\\".*/\\1/p"; }',
      `urls=$(${call} ${json} -d '{"targetType":"csv","targetEncoding":"identity"}' '${to.files}') || { echo "$urls"; false; } &&`,
      `${call} -T items.csv -H 'Content-Type: text/csv' "$(echo "$urls" | field put)" &&`,
      `${call} -X PUT ${json} -d "{\\"importLocation\\":{\\"method\\":\\"GET\\",\\"url\\":\\"$(echo "$urls" | field get)\\"}}" '${to.import}'`,
    ].join('\n');
  }
}

function powershell(task: Task, to: Places, token: string): string {
  const headers = `-Headers @{ Authorization = 'Bearer ${token}' }`;
  switch (task) {
    case 'list': return `Invoke-RestMethod '${to.list}' ${headers}`;
    // Without UseBasicParsing, the PowerShell that comes with Windows asks Internet Explorer to read the answer.
    case 'export': return `Invoke-WebRequest '${to.export}' ${headers} -OutFile export.csv -UseBasicParsing`;
    case 'import': return [
      `$urls = Invoke-RestMethod '${to.files}' -Method Post ${headers} -ContentType 'application/json' -Body '{"targetType":"csv","targetEncoding":"identity"}'`,
      'Invoke-RestMethod $urls.put -Method Put -ContentType \'text/csv\' -InFile items.csv',
      '$body = @{ importLocation = @{ method = \'GET\'; url = $urls.get } } | ConvertTo-Json',
      `Invoke-RestMethod '${to.import}' -Method Put ${headers} -ContentType 'application/json' -Body $body`,
    ].join('\n');
  }
}

function python(task: Task, to: Places, token: string): string {
  const auth = `{"Authorization": "Bearer ${token}"}`;
  const json = `{"Authorization": "Bearer ${token}", "Content-Type": "application/json"}`;
  switch (task) {
    case 'list': return [
      'import json, urllib.request as http',
      `print(json.load(http.urlopen(http.Request("${to.list}", headers=${auth}))))`,
    ].join('\n');
    case 'export': return [
      'import urllib.request as http',
      `open("export.csv", "wb").write(http.urlopen(http.Request("${to.export}", headers=${auth})).read())`,
    ].join('\n');
    case 'import': return [
      'import json, urllib.request as http',
      `headers = ${json}`,
      'file = json.dumps({"targetType": "csv", "targetEncoding": "identity"}).encode()',
      `urls = json.load(http.urlopen(http.Request("${to.files}", file, headers)))`,
      'http.urlopen(http.Request(urls["put"], open("items.csv", "rb").read(), {"Content-Type": "text/csv"}, method="PUT"))',
      'body = json.dumps({"importLocation": {"method": "GET", "url": urls["get"]}}).encode()',
      `print(json.load(http.urlopen(http.Request("${to.import}", body, headers, method="PUT"))))`,
    ].join('\n');
  }
}

/** The environment that the collection in the repository reads, as Postman imports it. */
export function postmanEnvironment(target: Target): string {
  const plain = { baseUrl: target.baseUrl, tenantId: target.tenantId, datasetId: target.datasetId };
  const values = [
    ...Object.entries(plain).map(([key, value]) => ({ key, value, type: 'default', enabled: true })),
    { key: 'bearerToken', value: target.token, type: 'secret', enabled: true },
  ];
  return JSON.stringify({ name: `Espalier ${target.tenantId}`, values, _postman_variable_scope: 'environment' }, null, 2);
}

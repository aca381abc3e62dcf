/** The API's filter: conditions by property key, all of which must hold. */
export type Filter = Readonly<Record<string, unknown>>;

export const operators = ['is', 'isNot', 'in', 'notIn', 'gt', 'gte', 'lt', 'lte', 'blank', 'filled'] as const;
export type Operator = (typeof operators)[number];
export type ValueType = 'text' | 'string' | 'number' | 'date' | 'boolean';

/** A line of a filter, as people write it. */
export interface Condition { readonly key: string; readonly operator: Operator; readonly values: readonly string[] }
export type ConditionProblem = 'noValue' | 'noNumber' | 'noDate' | 'noProperty' | 'twice';

const names: Record<string, Operator> = { $ne: 'isNot', $in: 'in', $nin: 'notIn', $gt: 'gt', $gte: 'gte', $lt: 'lt', $lte: 'lte' };
const signs: Partial<Record<Operator, string>> = { ...Object.fromEntries(Object.entries(names).map(([sign, name]) => [name, sign])), filled: '$ne' };

export const isMany = (operator: Operator) => operator === 'in' || operator === 'notIn';
export const needsValue = (operator: Operator) => operator !== 'blank' && operator !== 'filled';

/** What can be asked of values of a type. */
export const operatorsOf = (type: ValueType): readonly Operator[] =>
  type === 'boolean' ? ['is', 'isNot', 'blank', 'filled'] : type === 'number' || type === 'date' ? operators : operators.filter(name => !/^[gl]te?$/.test(name));

/** A filter line by line; nothing when it says what lines cannot say. */
export function conditionsOf(filter: Filter): Condition[] | undefined {
  const lines = Object.entries(filter).flatMap(([key, wanted]) =>
    isObject(wanted) ? Object.entries(wanted).map(([sign, operand]) => lineOf(key, names[sign], operand)) : [lineOf(key, 'is', wanted)]);
  return lines.every(line => line !== undefined) ? lines : undefined;
}

function lineOf(key: string, operator: Operator | undefined, operand: unknown): Condition | undefined {
  if (operator === undefined) return undefined;
  if (operand === null && (operator === 'is' || operator === 'isNot')) return { key, operator: operator === 'is' ? 'blank' : 'filled', values: [] };
  const values = isMany(operator) ? operand : [operand];
  return Array.isArray(values) && values.every(isValue) ? { key, operator, values: values.map(String) } : undefined;
}

/** The filter that the lines make, and what is wrong with which line. */
export function filterOf(conditions: readonly Condition[], typeOf: (key: string) => ValueType | undefined): { filter: Filter; problems: (ConditionProblem | undefined)[] } {
  const filter: Record<string, unknown> = {};
  const problems = conditions.map(({ key, operator, values }) => {
    const type = typeOf(key);
    if (type === undefined) return 'noProperty';
    const wrong = needsValue(operator) ? problemOf(type, values) : undefined;
    if (wrong) return wrong;
    const operand = !needsValue(operator) ? null : isMany(operator) ? values.map(value => typed(type, value)) : typed(type, values[0] ?? '');
    const sign = signs[operator];
    const there = filter[key];
    if (sign === undefined) {
      if (key in filter) return 'twice';
      filter[key] = operand;
    } else {
      if (key in filter && (!isObject(there) || sign in there)) return 'twice';
      filter[key] = { ...(isObject(there) ? there : {}), [sign]: operand };
    }
    return undefined;
  });
  return { filter, problems };
}

function problemOf(type: ValueType, values: readonly string[]): ConditionProblem | undefined {
  if (values.length === 0 || values.some(value => value.trim() === '')) return 'noValue';
  if (type === 'number' && values.some(value => !Number.isFinite(Number(value)))) return 'noNumber';
  if (type === 'date' && values.some(value => !/^\d{4}-\d\d-\d\d$/.test(value))) return 'noDate';
  return undefined;
}

const typed = (type: ValueType, value: string) => (type === 'number' ? Number(value) : type === 'boolean' ? value === 'true' : value);

/** Reads a filter that was written by hand. */
export function parseFilter(json: string): Filter | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isValue = (value: unknown) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

import type { Rights } from '@/api/queries/people';
import { t } from '@/texts';
import { FilterWords } from '@/ui/filter/FilterWords';
import { Tag } from '@/ui/forms/Note';
import classes from './rights.module.css';

/** What narrows a dataset's groups: rules on single properties, and on rows. */
export function RuleList({ rights }: { rights: Rights }) {
  const [properties, rows] = [rights.properties ?? [], rights.rows ?? []];
  if (properties.length + rows.length === 0) return <p className="quiet">{t('rights.noRules')}</p>;
  return (
    <ul className={classes.rules}>
      {properties.map(rule => <PropertyRule key={rule.key} rule={rule} />)}
      {rows.map((rule, i) => <li key={i}><span className="quiet">{t('rights.rowsOnly')}</span> {rule.groups.map(group => <Tag key={group} tone="accent">{group}</Tag>)} <FilterWords filter={rule.filter} /> <Tag>{t(`rowLevels.${rule.level}`)}</Tag></li>)}
    </ul>
  );
}

export function PropertyRule({ rule }: { rule: NonNullable<Rights['properties']>[number] }) {
  return (
    <li>
      <code>{rule.key}</code> <Tag>{t(`propertyLevels.${rule.default ?? 'inherit'}`)}</Tag>{' '}
      {Object.entries(rule.groups ?? {}).map(([group, level]) => <Tag key={group} tone="accent">{t('rights.grant', { group, level: t(`propertyLevels.${level}`) })}</Tag>)}
    </li>
  );
}

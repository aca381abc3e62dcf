import { conditionsOf, isMany, needsValue, type Filter } from '@/model/filter/filter';
import { t } from '@/texts';
import classes from './filter.module.css';

interface Props { filter: Filter | undefined; nameOf?: (key: string) => string }

/** A filter as a sentence; as JSON when it says more than that. */
export function FilterWords({ filter, nameOf = key => key }: Props) {
  if (!filter || Object.keys(filter).length === 0) return <span className="quiet">{t('filter.all')}</span>;
  const conditions = conditionsOf(filter);
  if (!conditions) return <code className={classes.json}>{JSON.stringify(filter)}</code>;
  return (
    <span className={classes.words}>
      {conditions.map(({ key, operator, values }, i) => (
        <span key={i}>{i > 0 && <span className="quiet">{t('filter.and')} </span>}{nameOf(key)} <span className="quiet">{t(`operators.${operator}`)}</span>{needsValue(operator) && <> <strong>{isMany(operator) ? values.join(t('filter.or')) : values[0]}</strong></>} </span>
      ))}
    </span>
  );
}

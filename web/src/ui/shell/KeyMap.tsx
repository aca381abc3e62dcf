import { Switch } from '@mantine/core';
import { pageKeys } from '@/state/keys';
import { chooseKeys, usePreferences } from '@/state/preferences';
import { t } from '@/texts';
import { Dialog } from '../forms/Dialog';
import classes from './keys.module.css';

const everywhere = () => [
  [t('keys.find'), [t('shell.findKey'), '/']],
  [t('keys.map'), ['?']],
  [t('keys.datasets'), ['G', 'D']],
  [t('keys.tokens'), ['G', 'T']],
  [t('keys.settings'), ['G', 'S']],
  [t('keys.workspace'), ['G', 'W']],
  [t('keys.rows'), ['↑', '↓']],
  [t('keys.close'), ['Esc']],
] as const;

/** All keys that do something, and the switch that turns single letters off. */
export default function KeyMap({ onClose }: { onClose: () => void }) {
  const on = usePreferences(preferences => preferences.keys);
  const here = pageKeys();
  return (
    <Dialog onClose={onClose} title={t('shell.keys')}>
      <div className={classes.map}>
        {here.length > 0 && <Group title={t('keys.page')} keys={here.map(one => [one.name, [one.key.toUpperCase()]] as const)} />}
        <Group title={t('keys.everywhere')} keys={everywhere()} />
        <Switch label={t('keys.single')} description={t('keys.singleText')} checked={on} onChange={event => chooseKeys(event.currentTarget.checked)} />
      </div>
    </Dialog>
  );
}

function Group({ title, keys }: { title: string; keys: readonly (readonly [string, readonly string[]])[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl className={classes.keys}>
        {keys.map(([name, list]) => <div key={name}><dt>{name}</dt><dd>{list.map(key => <kbd key={key}>{key}</kbd>)}</dd></div>)}
      </dl>
    </section>
  );
}

import { expect, it } from 'vitest';
import { giveUpUnsaved, guardUnsaved, isAnythingUnsaved, mayLoseAll, mayLoseLatest } from './unsaved';

it('asks all who have something unsaved, the last first, until one says no', async () => {
  const asked: string[] = [];
  const guard = (name: string, answer: boolean) => guardUnsaved(async () => { asked.push(name); return answer; });
  expect(await mayLoseAll()).toBe(true);
  expect(await mayLoseLatest()).toBe(true);
  const ends = [guard('page', true), guard('panel', false), guard('dialog', true)];
  expect(isAnythingUnsaved()).toBe(true);
  expect(await mayLoseAll()).toBe(false);
  expect(asked).toEqual(['dialog', 'panel']);
  ends[2]!();
  expect(await mayLoseLatest()).toBe(false);
  ends[1]!();
  expect(await mayLoseAll()).toBe(true);
  expect(isAnythingUnsaved()).toBe(true);
  giveUpUnsaved();
  expect(isAnythingUnsaved()).toBe(false);
});

/** Asks whether unsaved work may be lost. */
type Ask = () => Promise<boolean>;

const asks: Ask[] = [];
let isGivenUp = false;

/** Takes part in the question while there is unsaved work. Gives what ends it. */
export function guardUnsaved(ask: Ask): () => void {
  asks.push(ask);
  return () => void asks.splice(asks.indexOf(ask), 1);
}

export const isAnythingUnsaved = () => asks.length > 0 && !isGivenUp;

/** Whether what is on top may be closed: nothing in it is unsaved, or it may be lost. */
export const mayLoseLatest = async () => (await asks.at(-1)?.()) ?? true;

/** Whether the app may be left: nothing is unsaved, or it may be lost. */
export async function mayLoseAll(): Promise<boolean> {
  for (const ask of [...asks].reverse()) if (!(await ask())) return false;
  return true;
}

/** From here on the browser does not ask either. */
export const giveUpUnsaved = () => {
  isGivenUp = true;
};

import type { PreferenceDocument } from '@/model/preferences/preferences';
import { api, read } from '../client';

export const readPreferences = (): Promise<PreferenceDocument> => read(api.GET('/api/espalier/v1/me/preferences'));

/** @param outlives Whether the request goes on when the page is left. */
export const writePreferences = (body: PreferenceDocument, outlives: boolean): Promise<PreferenceDocument> =>
  read(api.PUT('/api/espalier/v1/me/preferences', { body: { ...body }, keepalive: outlives }));

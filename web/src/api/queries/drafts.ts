import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';
import type { components } from '../schema';

export type Draft = components['schemas']['OwnDraftResource'];
export type DraftPatch = components['schemas']['DraftPatch'];

const layers = (draftId: string) => ({ layers: [{ draftId }] });

export const draftsQuery = (tenantId: string) => queryOptions({
  queryKey: ['t', tenantId, 'drafts'],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/drafts', { params: { path: { tenantId } }, signal })),
});

export const changeDraft = (tenantId: string, draftId: string, body: DraftPatch) =>
  read(api.PATCH('/api/espalier/v1/{tenantId}/drafts/{draftId}', { params: { path: { tenantId, draftId } }, body }));

export const deleteDraft = (tenantId: string, draftId: string) =>
  read(api.DELETE('/api/espalier/v1/{tenantId}/drafts/{draftId}', { params: { path: { tenantId, draftId } } }));

/** Starts the job that writes the draft's changes into its dataset. */
export const applyDraft = (tenantId: string, { draftId, datasetId }: Draft) =>
  read(api.POST('/api/v1/{tenantId}/datasets/{datasetId}/drafts/apply', { params: { path: { tenantId, datasetId } }, body: layers(draftId) }));

export const clearDraft = (tenantId: string, draftId: string) =>
  read(api.POST('/api/v1/{tenantId}/drafts/clear', { params: { path: { tenantId } }, body: layers(draftId) }));

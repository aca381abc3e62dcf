import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';
import type { components } from '../schema';

export type View = components['schemas']['ViewResource'];
export type NewView = components['schemas']['NewView'];
export type ChangedView = components['schemas']['ChangedView'];

const one = (tenantId: string, datasetId: string) => ({ path: { tenantId, datasetId } });

export const viewsQuery = (tenantId: string, datasetId: string) => queryOptions({
  queryKey: ['t', tenantId, 'dataset', datasetId, 'views'],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/datasets/{datasetId}/views', { params: one(tenantId, datasetId), signal })),
});

export const viewPreviewQuery = (tenantId: string, datasetId: string, filter: Record<string, unknown>) => queryOptions({
  queryKey: ['t', tenantId, 'dataset', datasetId, 'viewPreview', filter],
  queryFn: ({ signal }) => read(api.POST('/api/espalier/v1/{tenantId}/datasets/{datasetId}/views/preview', { params: one(tenantId, datasetId), body: { filter }, signal })),
});

export const createView = (tenantId: string, datasetId: string, body: NewView) =>
  read(api.POST('/api/espalier/v1/{tenantId}/datasets/{datasetId}/views', { params: one(tenantId, datasetId), body }));

export const changeView = (tenantId: string, viewId: string, body: ChangedView) =>
  read(api.PATCH('/api/espalier/v1/{tenantId}/views/{viewId}', { params: { path: { tenantId, viewId } }, body }));

export const deleteView = (tenantId: string, viewId: string) =>
  read(api.DELETE('/api/espalier/v1/{tenantId}/views/{viewId}', { params: { path: { tenantId, viewId } } }));

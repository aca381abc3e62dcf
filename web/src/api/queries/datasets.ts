import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';
import type { components } from '../schema';

export type DatasetSummary = components['schemas']['DatasetSettings'];
export type DatasetStateWord = DatasetSummary['state'];
export type Dataset = components['schemas']['DatasetResource'];
export type Property = Dataset['properties'][number];
export type NewDataset = components['schemas']['NewDataset'];
export type DatasetChange = components['schemas']['DatasetChange'];
export type PropertyChange = NonNullable<DatasetChange['properties']>[number];

const one = (tenantId: string, datasetId: string) => ({ path: { tenantId, datasetId } });

export const datasetsQuery = (tenantId: string, state: DatasetStateWord = 'active') => queryOptions({
  queryKey: ['t', tenantId, 'datasets', state],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/datasets', { params: { path: { tenantId }, query: { state } }, signal })),
});

export const datasetQuery = (tenantId: string, datasetId: string) => queryOptions({
  queryKey: ['t', tenantId, 'dataset', datasetId],
  queryFn: ({ signal }) => read(api.GET('/api/v1/{tenantId}/datasets/{datasetId}', { params: one(tenantId, datasetId), signal })),
});

export const calculationsQuery = (tenantId: string, datasetId: string) => queryOptions({
  queryKey: ['t', tenantId, 'dataset', datasetId, 'calculations'],
  queryFn: ({ signal }) =>
    read(api.GET('/api/espalier/v1/{tenantId}/datasets/{datasetId}/calculations', { params: one(tenantId, datasetId), signal })),
});

export const transactionsQuery = (tenantId: string, datasetId: string, limit = 10) => queryOptions({
  queryKey: ['t', tenantId, 'dataset', datasetId, 'transactions', limit],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/datasets/{datasetId}/transactions', {
    params: { ...one(tenantId, datasetId), query: { limit: limit } }, signal,
  })),
});

export const createDataset = (tenantId: string, body: NewDataset) =>
  read(api.POST('/api/v1/{tenantId}/datasets', { params: { path: { tenantId } }, body }));

export const changeDataset = (tenantId: string, datasetId: string, body: DatasetChange) =>
  read(api.PATCH('/api/v1/{tenantId}/datasets/{datasetId}', { params: one(tenantId, datasetId), body }));

export const copyDataset = (tenantId: string, datasetId: string, body: { name: string; items?: boolean; rights?: boolean }) =>
  read(api.POST('/api/espalier/v1/{tenantId}/datasets/{datasetId}/copy', { params: one(tenantId, datasetId), body }));

export const archiveDataset = (tenantId: string, datasetId: string) =>
  read(api.POST('/api/espalier/v1/{tenantId}/datasets/{datasetId}/archive', { params: one(tenantId, datasetId) }));

export const unarchiveDataset = (tenantId: string, datasetId: string) =>
  read(api.POST('/api/espalier/v1/{tenantId}/datasets/{datasetId}/unarchive', { params: one(tenantId, datasetId) }));

export const deleteDataset = (tenantId: string, datasetId: string) =>
  read(api.DELETE('/api/espalier/v1/{tenantId}/datasets/{datasetId}', { params: one(tenantId, datasetId) }));

export const restoreDataset = (tenantId: string, datasetId: string) =>
  read(api.POST('/api/espalier/v1/{tenantId}/datasets/{datasetId}/restore', { params: one(tenantId, datasetId) }));

/** The dataset as CSV, in memory: for where a link would fetch more than what is shown. */
export const exportCsv = (tenantId: string, datasetId: string) =>
  read(api.GET('/api/v1/{tenantId}/datasets/{datasetId}/export/{exportFormat}', { params: { path: { tenantId, datasetId, exportFormat: 'csv' } }, parseAs: 'blob' }));

export const hierarchyPreviewQuery = (tenantId: string, datasetId: string, treeId: string, treeParentId: string) => queryOptions({
  queryKey: ['t', tenantId, 'dataset', datasetId, 'hierarchy', treeId, treeParentId],
  queryFn: ({ signal }) => read(api.POST('/api/espalier/v1/{tenantId}/datasets/{datasetId}/hierarchyPreview', {
    params: one(tenantId, datasetId), body: { treeId, treeParentId }, signal,
  })),
});

export const typePreviewQuery = (tenantId: string, datasetId: string, key: string, type: string) => queryOptions({
  queryKey: ['t', tenantId, 'dataset', datasetId, 'typePreview', key, type],
  queryFn: ({ signal }) => read(api.POST('/api/espalier/v1/{tenantId}/datasets/{datasetId}/properties/{key}/typePreview', {
    params: { path: { tenantId, datasetId, key } }, body: { type }, signal,
  })),
});

export const orderProperties = (tenantId: string, datasetId: string, keys: string[]) =>
  read(api.PUT('/api/espalier/v1/{tenantId}/datasets/{datasetId}/properties/order', { params: one(tenantId, datasetId), body: { keys } }));

export const evaluate = (tenantId: string, datasetId: string, expression: string, nodes?: unknown[], signal?: AbortSignal) =>
  read(api.POST('/api/espalier/v1/{tenantId}/datasets/{datasetId}/expressions/evaluate', {
    params: one(tenantId, datasetId), body: { expression, ...(nodes ? { nodes: nodes as never } : {}) }, signal,
  }));

export const createLinks = (tenantId: string, body: components['schemas']['NewLinksDataset']) =>
  read(api.POST('/api/v1/{tenantId}/links', { params: { path: { tenantId } }, body }));

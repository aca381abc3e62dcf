import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';
import type { components } from '../schema';

export type Job = components['schemas']['JobResource'];
export type JobState = Job['state'];
export type AuditEntry = components['schemas']['AuditResource'];
export type Webhook = components['schemas']['WebhookResource'];
export type WebhookChange = components['schemas']['WebhookChange'];
export type Delivery = components['schemas']['DeliveryResource'];

export interface AuditFilter { from?: string; to?: string; person?: string; kind?: string[] }

export const jobsQuery = (tenantId: string, filter: { mine?: boolean; state?: JobState[]; limit?: number } = {}) => queryOptions({
  queryKey: ['t', tenantId, 'jobs', filter],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/jobs', { params: { path: { tenantId }, query: filter }, signal })),
});

export const jobQuery = (tenantId: string, jobId: string) => queryOptions({
  queryKey: ['t', tenantId, 'job', jobId],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/jobs/{jobId}', { params: { path: { tenantId, jobId } }, signal })),
});

export const cancelJob = (tenantId: string, jobId: string) =>
  read(api.POST('/api/espalier/v1/{tenantId}/jobs/{jobId}/cancel', { params: { path: { tenantId, jobId } } }));

export const webhooksQuery = (tenantId: string) => queryOptions({
  queryKey: ['t', tenantId, 'webhooks'],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/webhooks', { params: { path: { tenantId } }, signal })),
});

export const deliveriesQuery = (tenantId: string, webhookId: string) => queryOptions({
  queryKey: ['t', tenantId, 'webhooks', webhookId, 'deliveries'],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/webhooks/{webhookId}/deliveries', {
    params: { path: { tenantId, webhookId }, query: { limit: 50 } }, signal,
  })),
});

export const createWebhook = (tenantId: string, body: { url: string; events: string[]; active?: boolean }) =>
  read(api.POST('/api/espalier/v1/{tenantId}/webhooks', { params: { path: { tenantId } }, body }));

export const changeWebhook = (tenantId: string, webhookId: string, body: WebhookChange) =>
  read(api.PATCH('/api/espalier/v1/{tenantId}/webhooks/{webhookId}', { params: { path: { tenantId, webhookId } }, body }));

export const deleteWebhook = (tenantId: string, webhookId: string) =>
  read(api.DELETE('/api/espalier/v1/{tenantId}/webhooks/{webhookId}', { params: { path: { tenantId, webhookId } } }));

export const testWebhook = (tenantId: string, webhookId: string) =>
  read(api.POST('/api/espalier/v1/{tenantId}/webhooks/{webhookId}/test', { params: { path: { tenantId, webhookId } } }));

export const auditQuery = (tenantId: string, filter: AuditFilter, offset = 0) => queryOptions({
  queryKey: ['t', tenantId, 'audit', filter, offset],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/audit', {
    params: { path: { tenantId }, query: { ...filter, offset, limit: 100 } }, signal,
  })),
});

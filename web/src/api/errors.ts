import type { components } from './schema';

/** One problem as the server tells it. */
export type Problem = NonNullable<components['schemas']['ErrorBody']['errors']>[number];

/** An answer that is not a success, or none at all (then `code` is `offline`). */
export class ApiError extends Error {
  readonly code: string;
  readonly locator: string | undefined;
  readonly traceId: string | undefined;
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly retryAfter: number | undefined;

  constructor(status: number, problems: readonly Problem[], traceId?: string, retryAfter?: number) {
    const first = problems[0];
    super(first?.message ?? `HTTP ${status}`);
    this.name = first?.name ?? 'Error';
    this.code = first?.code ?? String(status);
    this.locator = first && (first.jsonBody ?? first.queryParameter ?? first.pathParameter ?? first.resourcePath);
    this.status = status;
    this.problems = problems;
    this.traceId = traceId;
    this.retryAfter = retryAfter;
  }

  get isOffline() {
    return this.code === 'offline';
  }

  /** The problems by the place in the body that they are about; those of no place are under the empty text. */
  byField(): Record<string, string> {
    const fields: Record<string, string> = {};
    for (const problem of this.problems) {
      const field = problem.jsonBody?.replace(/^\$\.?/, '') ?? '';
      fields[field] = fields[field] ? `${fields[field]} ${problem.message}` : problem.message;
    }
    return fields;
  }

  static offline(cause: unknown) {
    const error = new ApiError(0, [{ code: 'offline', name: 'Offline', message: 'The server does not answer.' }]);
    error.cause = cause;
    return error;
  }

  static async of(response: Response) {
    const trace = response.headers.get('x-amzn-trace-id') ?? undefined;
    const wait = Number(response.headers.get('retry-after')) || undefined;
    const problems = await problemsOf(response);
    return new ApiError(response.status, problems, trace, wait);
  }
}

export async function problemsOf(response: Response): Promise<Problem[]> {
  try {
    const body: unknown = await response.clone().json();
    const errors = body && typeof body === 'object' && 'errors' in body ? body.errors : undefined;
    if (Array.isArray(errors) && errors.length > 0) return errors as Problem[];
  } catch {
    // A proxy's page, or nothing.
  }
  return [{ code: String(response.status), name: response.statusText || 'Error', message: `The server answered ${response.status}.` }];
}

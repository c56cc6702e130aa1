/**
 * A refusal by the simulated Stripe: becomes `{error: {type, code, param, message}}`, the only shape
 * that stripe-node recognises as an error. `beforeExecution` marks refusals for which Stripe keeps
 * no idempotent result.
 */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly type: string;
  readonly code: string | undefined;
  readonly param: string | undefined;
  readonly beforeExecution: boolean;

  constructor(
    message: string,
    details: {
      status?: number;
      type?: string;
      code?: string;
      param?: string;
      beforeExecution?: boolean;
    } = {},
  ) {
    super(message);
    this.name = 'ApiRefusal';
    this.status = details.status ?? 400;
    this.type = details.type ?? 'invalid_request_error';
    this.code = details.code;
    this.param = details.param;
    this.beforeExecution = details.beforeExecution ?? false;
  }

  body(): { error: Record<string, string> } {
    const error: Record<string, string> = { type: this.type, message: this.message };
    if (this.code) error.code = this.code;
    if (this.param) error.param = this.param;
    return { error };
  }
}

/** A parameter that Stripe would refuse before doing anything. */
export function invalidParameter(param: string, message: string, code?: string): ApiRefusal {
  return new ApiRefusal(message, { param, code, beforeExecution: true });
}

/** The same answer for an id that never existed and for one of another account. */
export function noSuch(kind: string, id: string, param = 'id'): ApiRefusal {
  return new ApiRefusal(`No such ${kind}: '${id}'`, {
    status: param === 'id' ? 404 : 400,
    code: 'resource_missing',
    param,
  });
}

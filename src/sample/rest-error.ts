/** Errors as WordPress' REST API prints them. */

export class RestError extends Error {
  readonly code: string;
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, data: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.data = data;
  }

  get body(): object {
    return { code: this.code, message: this.message, data: { status: this.status, ...this.data } };
  }
}

export const noRoute = () =>
  new RestError(404, 'rest_no_route', 'No route was found matching the URL and request method.');

export const forbidden = () => new RestError(401, 'rest_forbidden', 'Sorry, you are not allowed to do that.');

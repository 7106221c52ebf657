/**
 * How large the body of a request may be, whether or not it says so beforehand.
 */

/** The text of a request's body; `undefined` when it is larger than `limit` bytes: no more than that is kept in memory. */
export function textWithin(request: Request, limit: number): Promise<string | undefined> {
  const length = request.headers.get('content-length');
  if (length === null) return bytesWithin(request, limit).then((bytes) => bytes?.toString());
  return Number(length) <= limit ? request.text() : Promise.resolve(undefined);
}

/** The request, with its body read where it does not say how long that is; `undefined` when it is too large. */
export async function withinSize(
  request: Request,
  limit: number,
  FetchRequest: typeof Request,
): Promise<Request | undefined> {
  const length = request.headers.get('content-length');
  if (length !== null) return Number(length) <= limit ? request : undefined;
  if (request.method === 'GET' || request.method === 'HEAD' || !request.body) return request;
  const bytes = await bytesWithin(request, limit);
  if (!bytes) return undefined;
  const { url, method, headers, signal } = request;
  return new FetchRequest(url, { method, headers, body: bytes.toString(), signal });
}

async function bytesWithin(request: Request, limit: number): Promise<Buffer | undefined> {
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * How a request has to be written so that it can be asked: its path, its form and what it accepts.
 * Whatever is not so is the client's mistake, and is answered as GraphQL answers mistakes: with a message and a code.
 */
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { notTaken, refusalResponse } from '../http/refusal.ts';

/** Yoga's own code for what is wrong with a request before there is an operation in it. */
const code = 'BAD_REQUEST';

export function useRequestForm(graphqlPath: string): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      if (!requestParser) {
        // Other methods than these are refused as such.
        if (request.method === 'POST') throw unsupportedForm();
        return;
      }
      setRequestParser(async (given) => {
        try {
          return await requestParser(given);
        } catch (error) {
          throw error instanceof SyntaxError ? notJson(given) : error;
        }
      });
    },
    onResultProcess({ resultProcessor, setResultProcessor }) {
      if (resultProcessor) return;
      setResultProcessor(notAcceptable, 'application/json');
    },
    onRequest({ request, url: { pathname }, endResponse }) {
      if (pathname !== graphqlPath && pathname !== `${graphqlPath}/`) {
        endResponse(refusalResponse(notTaken(404, `There is nothing at this path; the graph is at ${graphqlPath}.`)));
      } else if (!acceptsJson(request.headers.get('accept'))) {
        endResponse(notAcceptable());
      } else if (!/^(identity)?$/i.test(request.headers.get('content-encoding') ?? '')) {
        endResponse(packed());
      }
    },
  };
}

const offered = 'application/graphql-response+json, application/json';

/** Nothing here is answered as a stream of events or in parts, though Yoga could. */
function acceptsJson(accept: string | null): boolean {
  return accept === null || /\*\/\*|application\/(\*|json|graphql-response\+json)/i.test(accept);
}

function notAcceptable(): Response {
  return refusalResponse(notTaken(406, `Accept: expected one of ${offered}.`, { accept: offered }));
}

/** What a packed body becomes is not known before it is unpacked: a few bytes may be gigabytes. */
function packed(): Response {
  const message = 'Content-Encoding: expected a body as it is, neither compressed nor encoded otherwise.';
  return refusalResponse(notTaken(415, message, { 'accept-encoding': 'identity' }));
}

function unsupportedForm(): GraphQLError {
  const message =
    'Content-Type: expected application/json, application/graphql or application/x-www-form-urlencoded. Files cannot be uploaded.';
  return new GraphQLError(message, { extensions: { code, http: { status: 415 } } });
}

function notJson({ url }: Request): GraphQLError {
  const given = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  // A form has been read, and is gone: it says nothing more.
  const broken = ['variables', 'extensions'].find((name) => !isJson(given.get(name) || 'null'));
  const message =
    broken === undefined
      ? 'The parameters "variables" and "extensions": expected JSON objects.'
      : `The parameter "${broken}": expected a JSON object, percent-encoded.`;
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Relay on the graph: what asks, and what it has asked for. */
import { Environment, type FetchFunction, Network, Observable, RecordSource, Store } from 'relay-runtime';

export function makeEnvironment(endpoint: string): Environment {
  return new Environment({ network: Network.create(makeFetch(endpoint)), store: new Store(new RecordSource()) });
}

/** Asks as Relay wants to be answered: what it can do without is an error beside the data, and who leaves is not waited for. */
const makeFetch =
  (endpoint: string): FetchFunction =>
  ({ text: query, name: operationName }, variables) =>
    Observable.create((sink) => {
      const leaving = new AbortController();
      const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
      fetch(endpoint, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, operationName, variables }),
        signal: leaving.signal,
      })
        .then((response) => response.json())
        .then((answer) => {
          sink.next(answer);
          sink.complete();
        })
        .catch((error: Error) => leaving.signal.aborted || sink.error(error));
      return () => leaving.abort();
    });

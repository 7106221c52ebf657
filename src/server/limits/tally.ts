/**
 * What one request to the gateway has asked for and given out so far: its operation, or all operations of its batch together.
 * A batch may cost no more than one operation.
 */
export class Tally {
  readonly owner: 'operation' | 'batch';
  /** Of the texts of its GraphQL documents. */
  characters = 0;
  /** Documents that operations which are executed may ask for. */
  asked = 0;
  /** Documents that were given out. */
  documents = 0;
  /** Bytes that were given out, at least: how each value is written is known when it is. */
  bytes = 0;
  /** Bytes of what was written a slice at a time. */
  written = 0;

  constructor(owner: Tally['owner'] = 'operation') {
    this.owner = owner;
  }
}
